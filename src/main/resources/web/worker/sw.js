// The service worker: assets from its cache; pages from the network and, without one, their last copies. Copies belong to
// one user and are deleted at sign-out. The server puts the constants BASE, VERSION and ASSETS before this text.

const PAGE_LIMIT = 60;
const NETWORK_MILLISECONDS = 3000;
const ASSET_CACHE = `spoolmark${BASE}-assets-${VERSION}`;
const PAGE_PREFIX = `spoolmark${BASE}-pages-`;
const USER_FIELD = 'Page-User';
const COPIED_FIELD = 'Copied-At';

/** The pages of which copies are stored; no settings, no administration, nothing of an API. */
const COPIED = /^\/(?:$|offline$|keyboard$|progress$|calendar(?:\/(?:week|agenda))?$|history$|watchlist$|collection$|lists$|stats(?:\/|$)|[msp]\/|u\/[^/]+(?:\/lists\/[^/]+)?$)/;

const pathOf = url => url.pathname.slice(BASE.length);
const isOwn = url => url.origin === location.origin && url.pathname.startsWith(`${BASE}/`);

self.addEventListener('install', event => event.waitUntil(install()));
self.addEventListener('activate', event => event.waitUntil(activate()));

async function install() {
  const cache = await caches.open(ASSET_CACHE);
  await cache.addAll(ASSETS);
  // for visitors and users without a copy of their own
  await cache.put(`${BASE}/offline`, await fetch(`${BASE}/offline`, {credentials: 'omit'}));
  await self.skipWaiting();
}

/** Copies of pages of another version refer to its assets. */
async function activate() {
  for (const name of await caches.keys()) {
    const isOld = name.startsWith(`spoolmark${BASE}-assets-`) || name.startsWith(PAGE_PREFIX);
    if (isOld && name !== ASSET_CACHE) {
      await caches.delete(name);
    }
  }
  await self.clients.claim();
}

self.addEventListener('fetch', event => {
  const {request} = event;
  const url = new URL(request.url);
  if (!isOwn(url)) {
    return;
  }
  const path = pathOf(url);
  if (request.method === 'POST' && path === '/signout') {
    event.waitUntil(forget(null));
  } else if (request.method === 'GET' && path.startsWith('/assets/')) {
    event.respondWith(asset(request));
  } else if (request.method === 'GET' && request.mode === 'navigate' && COPIED.test(path)) {
    event.respondWith(page(event, url));
  } else if (request.method === 'GET' && request.mode === 'navigate' && path === '/signin') {
    event.waitUntil(forget(null));
  }
});

async function asset(request) {
  const cache = await caches.open(ASSET_CACHE);
  return await cache.match(request) ?? fetch(request);
}

/** The page from the network. After three seconds, or without a network, the last copy. */
async function page(event, url) {
  const network = fetch(event.request).then(response => {
    event.waitUntil(remember(url, response.clone()).catch(() => null)); // such as a full disk
    return response;
  });
  const late = new Promise(resolve => setTimeout(() => resolve(copy(url)), NETWORK_MILLISECONDS));
  event.waitUntil(network.catch(() => null));
  try {
    return await Promise.race([network, late]) ?? await network;
  } catch {
    return await copy(url) ?? await offline();
  }
}

async function copy(url) {
  for (const name of await pageCaches()) {
    const found = await (await caches.open(name)).match(withoutMessages(url));
    if (found) {
      return marked(found);
    }
  }
  return undefined;
}

/** The copy with the time at which it was stored, which a script of the page shows. */
async function marked(response) {
  const text = await response.text();
  const time = response.headers.get(COPIED_FIELD);
  return new Response(text.replace('<html ', `<html data-copied-at="${time}" `), {headers: response.headers});
}

async function offline() {
  const cached = await copy(new URL(`${BASE}/offline`, location.origin));
  return cached ?? await (await caches.open(ASSET_CACHE)).match(`${BASE}/offline`) ?? Response.error();
}

/** Stores a copy for its user. A page of another user or of none deletes the copies of all others. */
async function remember(url, response) {
  if (response.status !== 200 || !response.headers.get('Content-Type')?.startsWith('text/html')) {
    return;
  }
  const user = response.headers.get(USER_FIELD);
  await forget(user);
  if (!user || response.redirected) {
    return;
  }
  const headers = new Headers(response.headers);
  headers.set(COPIED_FIELD, new Date().toISOString());
  headers.delete('Content-Encoding'); // the text is no longer compressed
  headers.delete('Content-Length');
  const cache = await caches.open(PAGE_PREFIX + user);
  const kept = new Response(await response.text(), {headers});
  await cache.delete(withoutMessages(url));
  await cache.put(withoutMessages(url), kept);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - PAGE_LIMIT))) {
    await cache.delete(old);
  }
}

/** Deletes the copies of all users but one. */
async function forget(user) {
  for (const name of await pageCaches()) {
    if (name !== PAGE_PREFIX + user) {
      await caches.delete(name);
    }
  }
}

async function pageCaches() {
  return (await caches.keys()).filter(name => name.startsWith(PAGE_PREFIX));
}

function withoutMessages(url) {
  const address = new URL(url);
  address.hash = '';
  address.searchParams.delete('notice');
  address.searchParams.delete('undo');
  return address.href;
}

/** A page of a user names pages to store, so that they are there when the network is gone. */
self.addEventListener('message', event => event.waitUntil(keep(event.data)));

async function keep({user, pages}) {
  const cache = await caches.open(PAGE_PREFIX + user);
  for (const address of pages) {
    const url = new URL(address, location.origin);
    if (isOwn(url) && COPIED.test(pathOf(url)) && !await cache.match(url.href)) {
      await fetch(url, {headers: {'Accept': 'text/html'}}).then(response => remember(url, response)).catch(() => null);
    }
  }
}
