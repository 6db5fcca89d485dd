// The door without a connection: what is pressed stays on this phone until the house has it. Without it every press is a page.
(() => {
  const door = document.querySelector('[data-door]');
  if (!door) return;
  if ('serviceWorker' in navigator) {
    // The first visit came before the worker: it is asked to keep this page and what it needs.
    const parts = [...document.querySelectorAll('link[href^="/assets/"], script[src^="/assets/"]')].map((e) => e.href || e.src);
    navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then((worker) => worker.active.postMessage({ keep: [location.href.split('#')[0], ...parts] })).catch(() => {});
  }
  const key = `weft-door:${door.dataset.door}`;
  const forms = [...door.querySelectorAll('form[data-person]')];
  const status = door.querySelector('[data-status]');
  const count = door.querySelector('[data-count]');
  const read = (name, none) => { try { return JSON.parse(localStorage.getItem(name)) || none; } catch { return none; } };
  let queue = read(key, []);
  // What was last heard, and when: a page from before a reload without a connection knows less.
  const heardKey = `${key}:heard`;
  let heard = { at: Number(door.dataset.made), here: forms.filter((f) => f.dataset.here === 'yes').map((f) => f.dataset.person) };
  const before = read(heardKey, null);
  if (before && before.at > heard.at) heard = before;
  let here = new Set(heard.here);
  const hear = (told) => {
    if (told.at < heard.at) return;
    heard = { at: told.at, here: told.here };
    localStorage.setItem(heardKey, JSON.stringify(heard));
    here = new Set(told.here);
  };
  hear(heard);
  let isBusy = false;
  const save = () => (queue.length ? localStorage.setItem(key, JSON.stringify(queue)) : localStorage.removeItem(key));
  const paint = () => {
    const now = new Set(here);
    for (const mark of queue) mark.s === 'here' ? now.add(mark.p) : now.delete(mark.p);
    for (const form of forms) {
      const isHere = now.has(form.dataset.person);
      form.dataset.here = isHere ? 'yes' : 'no';
      form.querySelector('button').setAttribute('aria-pressed', String(isHere));
    }
    count.textContent = door.dataset.sum.replace('{n}', forms.filter((f) => f.dataset.here === 'yes').length).replace('{of}', forms.length);
  };
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  // Sends what was pressed here, or asks what was pressed elsewhere.
  const tell = async () => {
    if (isBusy) return;
    isBusy = true;
    const sent = [...queue];
    try {
      const body = new URLSearchParams(sent.map((m) => ['mark', `${m.p}|${m.s}|${m.at}`]));
      const answer = await fetch(door.dataset.post, { method: 'POST', body, headers: { accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      hear(await answer.json());
      queue = queue.filter((m) => !sent.includes(m));
      save();
      if (sent.length) say(queue.length ? '' : door.dataset.told);
      else if (status.textContent !== door.dataset.told) say('');
    } catch (error) {
      if (queue.length) {
        const text = error instanceof TypeError ? door.dataset.waiting : door.dataset.refused;
        say(text.replace('{n}', queue.length));
      } else {
        const at = new Date(heard.at).toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
        say(door.dataset.old.replace('{time}', at));
      }
    }
    isBusy = false;
    paint();
  };
  for (const form of forms) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const person = form.dataset.person;
      const state = form.dataset.here === 'yes' ? 'away' : 'here';
      queue = queue.filter((m) => m.p !== person);
      queue.push({ p: person, s: state, at: Date.now() });
      save();
      paint();
      tell();
    });
  }
  addEventListener('online', tell);
  addEventListener('offline', tell);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') tell(); });
  setInterval(() => { if (queue.length || document.visibilityState === 'visible') tell(); }, 10000);
  paint();
  if (queue.length) say(door.dataset.waiting.replace('{n}', queue.length));
  tell();
})();
