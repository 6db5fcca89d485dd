// Follows a room: what is on, how long it still has, which table. Without it a link looks again.
(() => {
  const room = document.querySelector('[data-room]');
  if (!room) return;
  const minutes = room.querySelector('[data-minutes]');
  const skew = Date.now() - Number(room.dataset.server);
  const isConsole = room.dataset.room === 'console';
  const isExact = Boolean(minutes) && minutes.dataset.exact !== undefined;
  let ends = Number(minutes ? minutes.dataset.ends : 0);
  document.documentElement.classList.add('follows');
  const count = () => {
    if (!minutes) return;
    if (!ends) {
      minutes.textContent = '';
      return;
    }
    const ms = ends - (Date.now() - skew);
    const left = Math.floor(ms / 60000);
    // Steps of a few minutes are counted by the second.
    const seconds = Math.abs(Math.round(ms / 1000));
    const exact = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    const shown = isExact ? exact : Math.abs(left);
    const text = (left >= 0 ? room.dataset.left : room.dataset.over).replace('{n}', shown);
    if (minutes.textContent !== text) minutes.textContent = text;
  };
  const show = (told) => {
    if (told.n < Number(room.dataset.n)) return;
    const isNew = String(told.n) !== room.dataset.n;
    const isSeated = String(told.tables) !== room.dataset.tables;
    // A console, a beginning, an end and a seating change more than two lines.
    if ((isConsole && (isNew || isSeated)) || isSeated || (isNew && (told.ended || !room.querySelector('[data-now]').textContent))) {
      setTimeout(() => location.reload(), isConsole ? 0 : Math.random() * 1500);
      return;
    }
    if (isConsole) return;
    room.dataset.n = told.n;
    ends = told.ends || 0;
    room.querySelector('[data-now]').textContent = told.title;
    const say = room.querySelector('[data-say]');
    if (say) say.textContent = told.say;
    const next = room.querySelector('[data-next]');
    if (next) {
      next.textContent = told.next || '–';
      next.parentNode.hidden = isExact && !told.next;
    }
    let isPast = told.block !== null;
    for (const li of room.querySelectorAll('[data-block]')) {
      const isOn = li.dataset.block === told.block;
      if (isOn) isPast = false;
      li.className = isOn ? 'now' : isPast ? 'done' : 'later';
    }
    count();
  };
  // The line comes back after a pause that grows, by chance a little longer or shorter, so that a room does not come back all at
  // once. It stays away when it is told to, or after many tries: then the link shows, and looking at the page again begins anew.
  const root = document.documentElement;
  const lost = room.querySelector('[data-lost]');
  let line = null;
  let timer = 0;
  let tries = 0;
  let heard = Date.now();
  // What the page shows is old while the line is cut, and the page says so.
  const say = (text) => {
    if (lost.textContent !== text) lost.textContent = text;
    lost.hidden = !text;
  };
  // A press that cannot arrive would leave the page for the browser's own.
  room.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    say(lost.dataset.trying);
  });
  const hear = () => {
    heard = Date.now();
    say('');
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    if (line) line.close();
    line = null;
  };
  const open = () => {
    stop();
    heard = Date.now();
    line = new EventSource(room.dataset.live);
    line.addEventListener('still', hear);
    line.onmessage = (event) => {
      tries = 0;
      hear();
      root.classList.add('follows');
      show(JSON.parse(event.data));
    };
    line.addEventListener('end', (event) => {
      stop();
      root.classList.remove('follows');
      // Signed out, or no longer part of this: the page shows what there is now. Otherwise another page of the same person follows.
      say('');
      if (event.data === 'over') setTimeout(() => location.reload(), Math.random() * 1500);
    });
    line.onerror = () => {
      stop();
      if (tries >= 8) {
        root.classList.remove('follows');
        say(lost.dataset.gone);
        return;
      }
      say(lost.dataset.trying);
      timer = setTimeout(open, Math.min(60000, 1000 * 2 ** tries) * (0.5 + Math.random()));
      tries += 1;
    };
  };
  const again = () => {
    // After a pause the line may be a dead one.
    if (line && Date.now() - heard > 40000) stop();
    if (line || document.visibilityState === 'hidden') return;
    tries = 0;
    open();
  };
  document.addEventListener('visibilitychange', again);
  addEventListener('focus', again);
  addEventListener('online', again);
  addEventListener('pageshow', again);
  addEventListener('pagehide', stop);
  addEventListener('offline', () => say(lost.dataset.trying));
  setInterval(count, isExact ? 1000 : 5000);
  // A line can be cut without a word: the server says every 15 seconds that it is there.
  setInterval(() => {
    if (!line || Date.now() - heard < 40000) return;
    say(lost.dataset.trying);
    open();
  }, 5000);
  count();
  open();
})();
