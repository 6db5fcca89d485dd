// Keeps the door's list of the last day, and cards and packets of the last two weeks, on this device, so that they open without a
// connection. Nothing else is kept, and signing out forgets it.
const PAGES = 'weft-door';
const ASSETS = 'weft-assets';
const DAY = 24 * 60 * 60 * 1000;
const isDoor = (path) => /^\/s\/[^/]+\/gatherings\/\d+\/door\/[^/]+$/.test(path);
const isPaper = (path) => /^\/s\/[^/]+\/(library\/\d+|gatherings\/\d+\/packet)$/.test(path);
const isOld = (hit) => Date.now() - Date.parse(hit.headers.get('date')) >= (isDoor(new URL(hit.url).pathname) ? DAY : 14 * DAY);
// Where the line is poor, what is kept is better than waiting.
const patience = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error('slow')), ms));

async function kept(request) {
  const cache = await caches.open(ASSETS);
  const hit = await cache.match(request);
  if (hit) return hit;
  const answer = await fetch(request);
  if (answer.ok) {
    // Files of an older version lead nowhere any more.
    const version = new URL(request.url).pathname.split('/')[2];
    for (const old of await cache.keys()) if (new URL(old.url).pathname.split('/')[2] !== version) await cache.delete(old);
    await cache.put(request, answer.clone());
  }
  return answer;
}

async function fresh(request) {
  const cache = await caches.open(PAGES);
  try {
    const isKept = isPaper(new URL(request.url).pathname) && (await cache.match(request));
    const answer = await (isKept ? Promise.race([fetch(request), patience(4000)]) : fetch(request));
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    // A house that is out of breath takes nothing away; one that refuses does.
    else if ([401, 403, 404].includes(answer.status)) await cache.delete(request);
    return answer;
  } catch (error) {
    const hit = await cache.match(request);
    if (hit && !isOld(hit)) return hit;
    throw error;
  }
}

self.addEventListener('install', () => self.skipWaiting());
async function forgetOld() {
  const cache = await caches.open(PAGES);
  for (const request of await cache.keys()) {
    const hit = await cache.match(request);
    if (isOld(hit)) await cache.delete(request);
  }
}

self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), forgetOld()])));
self.addEventListener('message', (event) => {
  const urls = (event.data.keep || []).map((u) => new URL(u)).filter((u) => u.origin === location.origin);
  const keep = (u) => (u.pathname.startsWith('/assets/') ? kept(new Request(u)) : isDoor(u.pathname) || isPaper(u.pathname) ? fresh(new Request(u)) : null);
  event.waitUntil(Promise.all([forgetOld(), ...urls.map(keep)]).catch(() => {}));
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname === '/sign-out') event.waitUntil(caches.delete(PAGES));
  else if (event.request.method !== 'GET') return;
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(event.request));
  else if (isDoor(url.pathname) || isPaper(url.pathname)) event.respondWith(fresh(event.request));
});
