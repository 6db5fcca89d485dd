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
  let queue = JSON.parse(localStorage.getItem(key) || '[]');
  let here = new Set(forms.filter((f) => f.dataset.here === 'yes').map((f) => f.dataset.person));
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
  const tell = async () => {
    if (isBusy || !queue.length) return;
    isBusy = true;
    const sent = [...queue];
    try {
      const body = new URLSearchParams(sent.map((m) => ['mark', `${m.p}|${m.s}|${m.at}`]));
      const answer = await fetch(door.dataset.post, { method: 'POST', body, headers: { accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      here = new Set((await answer.json()).here);
      queue = queue.filter((m) => !sent.includes(m));
      save();
      say(queue.length ? '' : door.dataset.told);
    } catch (error) {
      const text = error instanceof TypeError ? door.dataset.waiting : door.dataset.refused;
      say(text.replace('{n}', queue.length));
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
  setInterval(tell, 10000);
  paint();
  if (queue.length) {
    say(door.dataset.waiting.replace('{n}', queue.length));
    tell();
  }
})();
