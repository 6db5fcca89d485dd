// A practice's time, for whoever wants to be told when it is over; and this card kept on the device for when there is no line.
(() => {
  if ('serviceWorker' in navigator) {
    const parts = [...document.querySelectorAll('link[href^="/assets/"], script[src^="/assets/"]')].map((e) => e.href || e.src);
    const cards = [...document.querySelectorAll('a[data-card]')].map((a) => a.href);
    navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then((worker) => worker.active.postMessage({ keep: [location.href.split('#')[0], ...cards, ...parts] })).catch(() => {});
  }
  const box = document.querySelector('[data-timer]');
  if (!box) return;
  const whole = Number(box.dataset.timer) * 60;
  let left = whole;
  let until = 0;
  let tick = 0;
  const say = document.createElement('p');
  say.className = 'left';
  const bar = document.createElement('progress');
  bar.max = whole;
  bar.setAttribute('aria-label', box.querySelector('h2').textContent);
  const press = document.createElement('button');
  press.className = 'btn';
  press.type = 'button';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  box.append(say, bar, press, status);
  box.hidden = false;
  const paint = () => {
    const minutes = Math.ceil(left / 60);
    const text = left <= 0 ? '' : left <= 60 ? box.dataset.last : box.dataset.left.replace('{n}', minutes);
    if (say.textContent !== text) say.textContent = text;
    bar.value = whole - Math.max(0, left);
    press.textContent = left <= 0 ? box.dataset.again : tick ? box.dataset.pause : left < whole ? box.dataset.on : box.dataset.start;
  };
  const stop = () => { clearInterval(tick); tick = 0; };
  const count = () => {
    left = (until - Date.now()) / 1000;
    if (left <= 0) { left = 0; stop(); status.textContent = box.dataset.over; }
    paint();
  };
  press.addEventListener('click', () => {
    if (tick) { left = (until - Date.now()) / 1000; stop(); paint(); return; }
    if (left <= 0) left = whole;
    status.textContent = '';
    until = Date.now() + left * 1000;
    tick = setInterval(count, 500);
    paint();
  });
  paint();
})();
