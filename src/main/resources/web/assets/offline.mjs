// Registers the service worker, and says so where a page is a stored copy. Browsers allow a service worker only where the
// page was loaded with TLS or from the same machine.

const texts = document.getElementById('app-texts').dataset;
const KEPT = ['/', '/offline', '/keyboard'];

/** Says that the page is a copy, and from when. */
function showCopy(at) {
  const time = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'medium', timeStyle: 'short'});
  const box = document.createElement('div');
  const line = document.createElement('p');
  const again = document.createElement('a');
  box.className = 'notice notice-warning';
  box.setAttribute('role', 'status');
  line.textContent = `${texts.copy.replace('{0}', time.format(new Date(at)))} `;
  Object.assign(again, {href: location.href, textContent: texts.reload});
  line.append(again);
  box.append(line);
  document.querySelector('main').prepend(box);
}

async function register() {
  const registration = await navigator.serviceWorker.register(`${texts.base}/sw.js`, {
    scope: `${texts.base}/`, updateViaCache: 'none',
  });
  const ready = await navigator.serviceWorker.ready;
  if (ready === registration && texts.user) {
    ready.active.postMessage({user: texts.user, pages: KEPT.map(page => texts.base + page)});
  }
}

if (document.documentElement.dataset.copiedAt && !document.getElementById('queued')) {
  showCopy(document.documentElement.dataset.copiedAt);
}
if (navigator.serviceWorker) {
  register().catch(() => null); // the browser does not want one: pages need the network then
}
