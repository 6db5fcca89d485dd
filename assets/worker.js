// Keeps the door's list of the last day, and cards, packets and support lines of the last two weeks, on this device, so that they open
// without a connection. Nothing else is kept, and signing out forgets it.
const PAGES = 'weft-door';
const ASSETS = 'weft-assets';
const DAY = 24 * 60 * 60 * 1000;
const isDoor = (path) => /^\/s\/[^/]+\/gatherings\/\d+\/door\/[^/]+$/.test(path);
const isPaper = (path) => /^\/s\/[^/]+\/(library\/\d+|gatherings\/\d+\/packet|support|support\/offline)$/.test(path);
const isOld = (hit) => Date.now() - Date.parse(hit.headers.get('date')) >= (isDoor(new URL(hit.url).pathname) ? DAY : 14 * DAY);
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

async function fresh(request, event) {
  const cache = await caches.open(PAGES);
  const asked = (async () => {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    // A house that is out of breath takes nothing away; one that refuses does.
    else if ([401, 403, 404].includes(answer.status)) await cache.delete(request);
    return answer;
  })();
  const hit = await cache.match(request);
  const isUsable = hit && !isOld(hit);
  try {
    // Where the line is poor, a paper that is kept is better than waiting; what comes later is kept for the next time.
    if (!isUsable || !isPaper(new URL(request.url).pathname)) return await asked;
    event.waitUntil(asked.catch(() => {}));
    return await Promise.race([asked, patience(4000)]);
  } catch (error) {
    if (isUsable) return hit;
    throw error;
  }
}

// A page that is not on the device becomes one that leads to the support lines, where those are: of its own season first.
async function orSupport(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(PAGES);
    const own = new URL(request.url).pathname.match(/^\/s\/[^/]+/)?.[0];
    const all = (await cache.keys()).filter((r) => new URL(r.url).pathname.endsWith('/support/offline'));
    const best = all.find((r) => new URL(r.url).pathname === `${own}/support/offline`) || all[0];
    const hit = best && (await cache.match(best));
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
  const keep = (u) => (u.pathname.startsWith('/assets/') ? kept(new Request(u)) : isDoor(u.pathname) || isPaper(u.pathname) ? fresh(new Request(u), event) : null);
  // With what is read alone, the lines for when it is too much are there too.
  const seasons = new Set(urls.filter((u) => isPaper(u.pathname)).map((u) => u.pathname.split('/', 3).join('/')));
  const lines = [...seasons].flatMap((s) => [`${s}/support`, `${s}/support/offline`]).map((p) => new URL(p, location.origin));
  event.waitUntil(Promise.all([forgetOld(), ...[...urls, ...lines].map(keep)]).catch(() => {}));
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  // Whoever comes or goes finds nothing of the one before.
  if (event.request.method === 'POST' && /^\/(sign-|demo\/|first-run)/.test(url.pathname)) event.waitUntil(caches.delete(PAGES));
  else if (event.request.method !== 'GET') return;
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(event.request));
  else if (isDoor(url.pathname) || isPaper(url.pathname)) event.respondWith(fresh(event.request, event).catch((e) => (event.request.mode === 'navigate' ? orSupport(event.request) : Promise.reject(e))));
  else if (event.request.mode === 'navigate') event.respondWith(orSupport(event.request));
});
