// Sends files in pieces that survive a bad line, and records sound or film. Without it the form sends the whole file.
(() => {
  const form = document.querySelector('form[data-pieces]');
  if (!form) return;
  const base = form.dataset.pieces;
  const line = form.querySelector('.saved');
  const field = form.querySelector('.field');
  const input = field.querySelector('input');
  const title = document.title.startsWith(form.dataset.error) ? document.title.slice(form.dataset.error.length).trim() : document.title;
  // An answer that is no JSON is a page: this browser may not send here any more.
  const read = async (answer) => {
    try {
      return await answer.json();
    } catch {
      return { error: form.dataset.refused };
    }
  };
  // Says what is wrong with the file where the page itself says it, or takes that back.
  const fault = (text) => {
    document.getElementById('file-error')?.remove();
    field.classList.toggle('wrong', Boolean(text));
    document.title = text ? `${form.dataset.error} ${title}` : title;
    input.setAttribute('aria-describedby', text ? 'file-error file-hint' : 'file-hint');
    if (!text) {
      input.removeAttribute('aria-invalid');
      return;
    }
    input.setAttribute('aria-invalid', 'true');
    const error = document.createElement('p');
    error.className = 'error';
    error.id = 'file-error';
    error.setAttribute('role', 'alert');
    document.getElementById('file-hint').after(error);
    error.textContent = text;
    input.focus();
  };
  let done = false;
  const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

  // Sends a file piece by piece, beginning where an earlier try stopped. Says what went wrong, or nothing.
  const send = async (blob, key, say) => {
    const stored = key && localStorage.getItem(key);
    let id = stored;
    let at = 0;
    let piece = 1024 * 1024;
    let pause = 1000;
    const ask = async (path, options) => {
      for (;;) {
        let why = form.dataset.waiting;
        try {
          const answer = await fetch(`${base}/${path}`, options);
          if (answer.status < 500) {
            pause = 1000;
            return answer;
          }
          why = (await answer.json()).error;
        } catch {
          // The line is down: what has arrived is kept, and the next try goes on there.
        }
        say(why);
        await wait(pause);
        pause = Math.min(pause * 2, 15000);
      }
    };
    if (id) {
      const state = await ask(`pieces/${id}`);
      at = state.ok ? (await read(state)).received : undefined;
      if (at === undefined) {
        id = null;
        at = 0;
      }
    }
    if (!id) {
      const begun = await ask('pieces', { method: 'POST', body: new URLSearchParams({ size: String(blob.size) }) });
      const told = await read(begun);
      if (!begun.ok || !told.id) return told.error || form.dataset.refused;
      ({ id, piece } = told);
      if (key) localStorage.setItem(key, id);
    }
    // To the end and once more: an empty piece asks what became of a file that is here whole.
    for (;;) {
      say(form.dataset.sending.replace('{p}', String(Math.floor((at * 100) / blob.size))));
      const answer = await ask(`pieces/${id}/${at}`, { method: 'POST', body: blob.slice(at, at + piece), headers: { 'content-type': 'application/octet-stream' } });
      if (answer.status === 404) break;
      const told = await read(answer);
      if (answer.status === 422) {
        if (key) localStorage.removeItem(key);
        return told.error;
      }
      if (told.done) break;
      if (told.received === undefined) return told.error || form.dataset.refused;
      at = told.received;
    }
    if (key) localStorage.removeItem(key);
    return null;
  };

  const finish = async (blob, key, say, refuse, button) => {
    button.disabled = true;
    refuse('');
    let wrong = form.dataset.refused;
    try {
      wrong = await send(blob, key, say);
    } finally {
      button.disabled = false;
      say('');
      if (wrong) refuse(wrong);
    }
    // Not reloaded: after a refusal this page is itself the answer to a form, which would be sent again.
    if (wrong) return;
    done = true;
    location.replace(base);
  };

  // A recording that is running, paused or not sent yet would be gone with the page.
  let unsent = () => false;
  form.addEventListener('submit', (event) => {
    if (unsent()) {
      event.preventDefault();
      fault(form.dataset.unsent);
      return;
    }
    const file = form.querySelector('input[type=file]').files[0];
    if (!file) return;
    event.preventDefault();
    finish(file, `weft-file ${base} ${file.name} ${file.size} ${file.lastModified}`, (text) => { line.textContent = text; }, fault, form.querySelector('button'));
  });

  const box = document.querySelector('[data-recorder]');
  if (!box || !navigator.mediaDevices || !window.MediaRecorder) return;
  box.hidden = false;
  const status = box.querySelector('.saved');
  const button = (name) => box.querySelector(`[data-act=${name}]`);
  const heard = box.querySelector('.heard');
  let recorder = null;
  let stream = null;
  let chunks = [];
  let blob = null;
  let seconds = 0;
  let clock = 0;
  const show = (...names) => ['sound', 'film', 'pause', 'stop'].forEach((n) => { button(n).hidden = !names.includes(n); });
  const time = () => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const say = (text) => { status.textContent = text.replace('{t}', time()); };
  const refuse = (text) => {
    box.querySelector('.error')?.remove();
    if (!text) return;
    const error = document.createElement('p');
    error.className = 'error';
    error.setAttribute('role', 'alert');
    heard.prepend(error);
    error.textContent = text;
  };

  const begin = async (film) => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: film && { width: 640, height: 480 } });
    } catch {
      say(box.dataset.denied);
      return;
    }
    const kinds = film ? ['video/webm', 'video/mp4'] : ['audio/webm', 'audio/mp4'];
    const mimeType = kinds.find((k) => MediaRecorder.isTypeSupported(k));
    recorder = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: 48000, ...(film && { videoBitsPerSecond: 600000 }) });
    chunks = [];
    seconds = 0;
    recorder.addEventListener('dataavailable', (event) => { chunks.push(event.data); });
    recorder.addEventListener('stop', () => {
      clearInterval(clock);
      stream.getTracks().forEach((track) => track.stop());
      blob = new Blob(chunks, { type: recorder.mimeType });
      const player = document.createElement(film ? 'video' : 'audio');
      player.controls = true;
      player.src = URL.createObjectURL(blob);
      box.querySelector('.player').replaceChildren(player);
      heard.hidden = false;
      show();
      say(box.dataset.done);
      button('keep').focus();
    });
    recorder.start(1000);
    clock = setInterval(() => {
      if (recorder.state !== 'recording') return;
      seconds += 1;
      if (seconds % 10 === 0) say(box.dataset.running);
    }, 1000);
    show('pause', 'stop');
    say(box.dataset.running);
    button('stop').focus();
  };

  box.addEventListener('click', (event) => {
    const act = event.target.dataset.act;
    if (act === 'sound' || act === 'film') begin(act === 'film');
    if (act === 'stop') recorder.stop();
    if (act === 'pause') {
      if (recorder.state === 'recording') {
        recorder.pause();
        say(box.dataset.paused);
      } else {
        recorder.resume();
        say(box.dataset.running);
      }
    }
    if (act === 'again') {
      blob = null;
      heard.hidden = true;
      show('sound', 'film');
      say(box.dataset.ready);
    }
    if (act === 'keep') finish(blob, null, (text) => { status.textContent = text; }, refuse, event.target);
  });
  say(box.dataset.ready);
  unsent = () => Boolean(blob) || (recorder !== null && recorder.state !== 'inactive');
  window.addEventListener('beforeunload', (event) => {
    if (!done && unsent()) event.preventDefault();
  });
})();
