// Follows a conversation: what is new is added below, and what changed is shown anew. Without it a link looks again.
(() => {
  const talk = document.querySelector('[data-talk]');
  if (!talk) return;
  const list = talk.querySelector('ol');
  const path = talk.dataset.talk;
  // A page of earlier messages stays as it is.
  if (Number(talk.dataset.last) < Number(talk.dataset.messages)) return;
  document.documentElement.classList.add('follows');
  let messages = Number(talk.dataset.messages);
  let changes = Number(talk.dataset.changes);
  let busy = false;
  let again = false;
  const isAtEnd = () => window.innerHeight + window.scrollY > document.body.offsetHeight - 400;
  const take = (html) => new DOMParser().parseFromString(html, 'text/html');
  const last = () => Math.max(0, ...[...list.querySelectorAll('[data-n]')].map((li) => Number(li.dataset.n)));
  const get = async (address) => {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    // Whoever may not read it any more finds no page.
    if (answer.status === 404 || answer.redirected) {
      location.reload();
      return null;
    }
    return answer.ok ? answer.text() : null;
  };
  let waits = false;
  const look = async (isChanged) => {
    // What nobody looks at is not read: it waits until they do.
    if (document.visibilityState !== 'visible') {
      waits = true;
      return;
    }
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const from = last();
      const html = await get(`${path}/news?after=${from}`);
      if (html === null) return;
      const follows = isAtEnd();
      const news = take(`<ol>${html}</ol>`).querySelectorAll('li');
      // One's own words are there already where the page was sent anew.
      for (const li of news) if (!document.getElementById(li.id)) list.append(document.adoptNode(li));
      if (news.length && follows && !document.activeElement.matches('textarea, input')) list.lastElementChild.scrollIntoView({ block: 'nearest' });
      // Something was edited or deleted: what stands here is replaced, message by message.
      if (isChanged && !news.length) {
        const whole = await get(`${path}?to=end`);
        if (whole === null) return;
        // Closed or opened: the page says so, and what is typed stays.
        if (Boolean(take(whole).querySelector('#write')) !== Boolean(document.querySelector('#write'))) talk.querySelector('[data-changed]').hidden = false;
        for (const li of take(whole).querySelectorAll('[data-talk] [data-n]')) {
          const old = document.getElementById(li.id);
          if (old && old.innerHTML !== li.innerHTML && !old.contains(document.activeElement)) old.replaceWith(document.adoptNode(li));
        }
      }
    } finally {
      busy = false;
      if (again) {
        again = false;
        look(true);
      }
    }
  };
  let line = null;
  let tries = 0;
  let timer = 0;
  const stop = () => {
    clearTimeout(timer);
    if (line) line.close();
    line = null;
  };
  const open = () => {
    stop();
    line = new EventSource(`${path}/live`);
    line.onmessage = (event) => {
      tries = 0;
      const told = JSON.parse(event.data);
      const isChanged = told.changes > changes;
      const isNew = told.messages > messages;
      messages = Math.max(messages, told.messages);
      changes = Math.max(changes, told.changes);
      if (isNew || isChanged) look(isChanged);
    };
    line.addEventListener('end', (event) => {
      stop();
      if (event.data === 'over') location.reload();
      else document.documentElement.classList.remove('follows');
    });
    line.onerror = () => {
      stop();
      tries += 1;
      if (tries > 8) {
        document.documentElement.classList.remove('follows');
        return;
      }
      timer = setTimeout(open, Math.min(60000, 1000 * 2 ** tries) * (0.5 + Math.random()));
    };
  };
  // What came by email was written by another process, which says nothing on this line.
  setInterval(() => {
    if (document.visibilityState === 'visible') look(false);
  }, 60000);
  addEventListener('pagehide', stop);
  addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });
  document.addEventListener('visibilitychange', () => {
    if (waits && document.visibilityState === 'visible') {
      waits = false;
      look(true);
    }
    if (!line && document.visibilityState === 'visible') {
      tries = 0;
      document.documentElement.classList.add('follows');
      open();
    }
  });
  open();
})();
