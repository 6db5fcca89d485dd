// Follows a room: what is on, how long it still has, which table. Without it a link looks again.
(() => {
  const room = document.querySelector('[data-room]');
  if (!room) return;
  const minutes = room.querySelector('[data-minutes]');
  const skew = Date.now() - Number(room.dataset.server);
  const isConsole = room.dataset.room === 'console';
  let ends = Number(minutes ? minutes.dataset.ends : 0);
  document.documentElement.classList.add('follows');
  const count = () => {
    if (!minutes) return;
    if (!ends) {
      minutes.textContent = '';
      return;
    }
    const left = Math.floor((ends - (Date.now() - skew)) / 60000);
    const text = (left >= 0 ? room.dataset.left : room.dataset.over).replace('{n}', Math.abs(left));
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
    room.querySelector('[data-next]').textContent = told.next || '–';
    let isPast = told.block !== null;
    for (const li of room.querySelectorAll('[data-block]')) {
      const isOn = li.dataset.block === told.block;
      if (isOn) isPast = false;
      li.className = isOn ? 'now' : isPast ? 'done' : 'later';
    }
    count();
  };
  const line = new EventSource(room.dataset.live);
  line.onmessage = (event) => show(JSON.parse(event.data));
  addEventListener('pagehide', () => line.close());
  setInterval(count, 5000);
  count();
})();
