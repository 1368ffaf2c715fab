// Forms with data-swap are sent without a reload: the part of the page around them is replaced by the same part of
// the page that the server responds with. What can be undone is shown for ten seconds. Other forms reload the page,
// which then is shown at the same place. Without this module the forms work as forms.

const UNDO_MILLISECONDS = 10_000;
const SEND_MILLISECONDS = 20_000;
const ROWS = '.item-card, .list-plain > li, [data-row]';
const CONTROLS = 'a[href], button, summary, select, textarea, input:not([type="hidden"])';
const PLACE = 'place-after-form';

/** Lists whose scroll position or order stays. */
const ORDERED = 'ul.card-row, ul[data-keeps-order]';

let hideTimer = 0;
let lastUndo = null;

/** There was no response, or one of a proxy in front of a server that is not there. */
class NoConnection extends Error {}

/** Whether a form marks something as watched. Such a form can be sent later, and twice. */
function isWatched(form) {
  return new URL(form.action).pathname.endsWith('/track/watched');
}

/** Random, and also where the page was loaded without TLS. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends a form and returns the page that it leads to. */
async function send(action, body, isRepeatable) {
  const signal = isRepeatable ? AbortSignal.timeout(SEND_MILLISECONDS) : undefined;
  let response;
  let text;
  try {
    response = await fetch(action, {method: 'POST', body, signal, headers: {'Accept': 'text/html'}});
    text = await response.text();
  } catch (error) {
    throw new NoConnection(error.message);
  }
  if ([502, 503, 504].includes(response.status)) {
    throw new NoConnection(`status ${response.status}`);
  }
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return new DOMParser().parseFromString(text, 'text/html');
}

/** Replaces each part of the page that the response has, too. Focus and positions of rows stay, as far as possible. */
function swap(page, names) {
  const focused = document.activeElement;
  const position = positionOf(focused);
  for (const name of names) {
    const before = document.querySelector(partSelector(name));
    const after = page.querySelector(partSelector(name));
    if (before && after) {
      replace(before, document.adoptNode(after));
    }
  }
  if (!focused?.isConnected) {
    const same = focused?.id && document.getElementById(focused.id);
    (same || controlAt(position))?.focus({preventScroll: true});
  }
  document.dispatchEvent(new CustomEvent('parts-replaced'));
}

function partSelector(name) {
  return `[data-part="${CSS.escape(name)}"]`;
}

/** Replaces a part. Rows keep their scroll positions, and the row of next episodes the order of its shows. */
function replace(before, after) {
  const rows = [...before.querySelectorAll(ORDERED)].map(row => [labelOf(row), row, row.scrollLeft]);
  for (const [label, row] of rows) {
    const next = after.querySelector(`ul${label}`);
    if (next?.dataset.keepsOrder === 'true') {
      keepOrder(row, next);
    }
  }
  keepOpen(before, after);
  before.replaceWith(after);
  for (const [label, , position] of rows) {
    after.querySelector(`ul${label}`)?.scrollTo({left: position, behavior: 'instant'});
  }
}

function keepOrder(before, after) {
  const places = new Map([...before.children].map((card, place) => [card.dataset.owner, place]));
  const place = card => places.get(card.dataset.owner) ?? places.size;
  for (const card of after.children) {
    const old = before.children[places.get(card.dataset.owner)];
    card.classList.toggle('slides', Boolean(old) && old.querySelector('a')?.href !== card.querySelector('a')?.href);
  }
  after.append(...[...after.children].sort((one, other) => place(one) - place(other)));
}

/** What the user has opened stays open, such as the lists of an item. */
function keepOpen(before, after) {
  const old = before.querySelectorAll('details:not(.spoiler, .edit, .cover)');
  const all = after.querySelectorAll('details:not(.spoiler, .edit, .cover)');
  if (old.length === all.length) {
    old.forEach((details, place) => { all[place].open = details.open; });
  }
  for (const details of after.querySelectorAll('details.cover')) {
    details.open = before.querySelector(`#${CSS.escape(details.id)}`)?.open ?? false;
  }
}

function labelOf(element) {
  return `[aria-labelledby="${CSS.escape(element.getAttribute('aria-labelledby'))}"]`;
}

/** Where a control is: the labelled region or the part around it, the row there, and its place in the row. */
function positionOf(control) {
  const region = control?.closest('[aria-labelledby], [data-part]');
  if (!region) {
    return null;
  }
  const selector = region.hasAttribute('aria-labelledby')
    ? region.localName + labelOf(region)
    : partSelector(region.dataset.part);
  const row = [...region.querySelectorAll(ROWS)].indexOf(control.closest(ROWS));
  const around = row < 0 ? region : control.closest(ROWS);
  return {selector, row, place: visibleControls(around).indexOf(control)};
}

/** Without those in closed details, which cannot have the focus. */
function visibleControls(around) {
  return [...around.querySelectorAll(CONTROLS)].filter(control => control.checkVisibility());
}

/** The control at a position, or the last one before it: what follows a control that is no longer there. */
function controlAt(position) {
  const region = position && document.querySelector(position.selector);
  if (!region || position.place < 0) {
    return null;
  }
  const rows = region.querySelectorAll(ROWS);
  const around = position.row < 0 ? region : rows[Math.min(position.row, rows.length - 1)] ?? region;
  const controls = visibleControls(around);
  return controls[Math.min(position.place, controls.length - 1)];
}

/** Shows what can be undone, or a message, below the page, and announces it to screen readers. */
function toast(page) {
  clearTimeout(hideTimer);
  const message = page.querySelector('main > .notice');
  if (page !== document) {
    document.querySelectorAll('main > .notice').forEach(old => old.remove());
  }
  document.querySelectorAll('main > .toast').forEach(old => old.remove());
  if (message) {
    show(document.adoptNode(message));
  }
}

function show(message) {
  const text = message.querySelector('p, [role="status"]')?.textContent ?? message.textContent;
  document.querySelectorAll('main > .toast').forEach(old => old.remove());
  message.classList.add('toast');
  message.removeAttribute('role'); // the line for screen readers has the text
  announce(text.trim());
  document.querySelector('main').append(message);
  if (!message.matches('.notice-warning')) {
    lastUndo = message.matches('[data-undo]') ? message : null;
  }
  const isUsed = () => message.matches(':hover') || message.contains(document.activeElement);
  const hide = () => {
    clearTimeout(hideTimer);
    hideTimer = setTimeout(() => isUsed() || message.remove(), UNDO_MILLISECONDS);
  };
  const pause = () => clearTimeout(hideTimer); // no deadline for somebody who is there already
  message.addEventListener('focusin', pause);
  message.addEventListener('pointerenter', pause);
  message.addEventListener('focusout', hide);
  message.addEventListener('pointerleave', hide);
  hide();
}

function announce(text) {
  const status = document.getElementById('status');
  status.textContent = '';
  requestAnimationFrame(() => { status.textContent = text; }); // also when it is the same text again
}

/** A message is shown once: a reload or a bookmark of the page does not repeat it. */
function removeMessageFromAddress() {
  const address = new URL(location.href);
  if (address.searchParams.has('notice') || address.searchParams.has('undo')) {
    address.searchParams.delete('notice');
    address.searchParams.delete('undo');
    history.replaceState(history.state, '', address);
  }
}

function allParts() {
  return [...document.querySelectorAll('[data-part]')].map(part => part.dataset.part);
}

/** The parts of the page around a form that change with it. */
function partsOf(form) {
  return (form.dataset.swap || '').split(' ').filter(Boolean);
}

/** Reads the page again. */
async function refresh() {
  const names = allParts();
  const response = names.length > 0 && await fetch(location.href, {headers: {'Accept': 'text/html'}}).catch(() => null);
  if (response?.ok) {
    swap(new DOMParser().parseFromString(await response.text(), 'text/html'), names);
  }
}

async function submit(form, submitter) {
  const inToast = form.closest('.toast');
  const body = new URLSearchParams(new FormData(form, submitter));
  const isRepeatable = isWatched(form);
  if (isRepeatable) {
    body.set('key', newKey());
  }
  const at = Date.now();
  try {
    const page = await send(submitter?.hasAttribute('formaction') ? submitter.formAction : form.action, body, isRepeatable);
    const names = inToast ? allParts() : partsOf(form);
    if (names.length > 0 && !names.some(name => page.querySelector(partSelector(name)))) {
      throw new Error('another page'); // such as the sign-in page
    }
    swap(page, names);
    toast(page);
  } catch (error) {
    const unsent = new CustomEvent('watched-unsent', {cancelable: true, detail: {form, submitter, body, at}});
    if (!(error instanceof NoConnection)) {
      form.dataset.plain = 'yes';
      form.requestSubmit(submitter ?? undefined); // the page says what is wrong
    } else if (!isRepeatable || document.dispatchEvent(unsent)) {
      show(warning(document.getElementById('app-texts').dataset.noConnection));
    }
  }
}

/** What is on the page stays there, such as a comment that is being written. */
function warning(text) {
  const box = document.createElement('div');
  const line = document.createElement('p');
  box.className = 'notice notice-warning';
  line.textContent = text;
  box.append(line);
  return box;
}

document.addEventListener('submit', async event => {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (event.defaultPrevented || form.dataset.plain || question || !(form.dataset.swap || (form.closest('.toast') && allParts().length > 0))) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation(); // app.mjs would keep the form from being sent again
  if (form.dataset.busy) {
    return;
  }
  form.dataset.busy = 'yes';
  form.classList.add('busy');
  try {
    await submit(form, event.submitter);
  } finally {
    delete form.dataset.busy;
    form.classList.remove('busy');
  }
}, {capture: true});

/** Links with data-load replace the part of the page with this id by the same part of the page that they lead to. */
document.addEventListener('click', async event => {
  const link = event.target.closest?.('a[data-load]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  try {
    const response = await fetch(link.href, {headers: {'Accept': 'text/html'}});
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const part = document.adoptNode(page.getElementById(link.dataset.load));
    document.getElementById(link.dataset.load).replaceWith(part);
    part.querySelector('a.cell, a')?.focus({preventScroll: true});
  } catch {
    location.assign(link.href);
  }
});

/** The second click of a double click would hit the next episode, which has moved to the same place. */
document.addEventListener('click', event => {
  if (event.detail > 1 && event.target.closest?.('form.watched')) {
    event.preventDefault();
  }
}, {capture: true});

/** A form that reloads its page: the place is stored. */
document.addEventListener('submit', event => {
  if (!event.defaultPrevented && event.target.method === 'post') {
    const place = {path: location.pathname, y: scrollY, id: document.activeElement?.id, at: Date.now()};
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  }
});

/** After such a form, the page is shown at the same place, with its message below. */
function restorePlace() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
  sessionStorage.removeItem(PLACE);
  const isAfterForm = place?.path === location.pathname && Date.now() - place.at < SEND_MILLISECONDS;
  if (!isAfterForm || document.querySelector('[aria-invalid="true"], main > .notice-error')) {
    return;
  }
  if (place.y > 0 && !location.hash) {
    window.scrollTo({top: place.y, behavior: 'instant'});
    toast(document);
  }
  document.getElementById(place.id)?.focus({preventScroll: true});
}

/** The shortcut for undo works also when the message is no longer shown. */
document.addEventListener('undo-last', event => {
  const button = lastUndo?.querySelector('button');
  if (button) {
    event.preventDefault();
    show(lastUndo);
    button.click();
  }
});

document.addEventListener('page-changed', refresh);
document.addEventListener('show-message', event => show(event.detail));

removeMessageFromAddress();
restorePlace();
