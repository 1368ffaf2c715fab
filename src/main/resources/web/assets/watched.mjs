// Forms with data-swap are sent without a reload: the part of the page around them is replaced by the same part of
// the page that the server responds with. What can be undone is shown for ten seconds. Without this module the forms
// work as forms.

const UNDO_MILLISECONDS = 10_000;

let hideTimer = 0;

/** Sends a form and returns the page that it leads to. */
async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const response = await fetch(form.action, {method: 'POST', body, headers: {'Accept': 'text/html'}});
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** Replaces each part of the page that the response has, too. Focus and positions of rows stay, as far as possible. */
function swap(page, names) {
  const focused = document.activeElement;
  const position = positionOf(focused);
  for (const name of names) {
    const before = document.querySelector(`[data-part="${CSS.escape(name)}"]`);
    const after = page.querySelector(`[data-part="${CSS.escape(name)}"]`);
    if (before && after) {
      replace(before, document.adoptNode(after));
    }
  }
  if (!focused?.isConnected) {
    const same = focused?.id && document.getElementById(focused.id);
    (same || controlAt(position))?.focus({preventScroll: true});
  }
}

/** Replaces a part. Rows keep their scroll positions, and the row of next episodes the order of its shows. */
function replace(before, after) {
  const rows = [...before.querySelectorAll('.card-row')].map(row => [labelOf(row), row, row.scrollLeft]);
  for (const [label, row] of rows) {
    const next = after.querySelector(`.card-row${label}`);
    if (next?.dataset.keepsOrder === 'true') {
      keepOrder(row, next);
    }
  }
  keepOpen(before, after);
  before.replaceWith(after);
  for (const [label, , position] of rows) {
    after.querySelector(`.card-row${label}`)?.scrollTo({left: position, behavior: 'instant'});
  }
}

function keepOrder(before, after) {
  const places = new Map([...before.children].map((card, place) => [card.dataset.owner, place]));
  const place = card => places.get(card.dataset.owner) ?? places.size;
  after.append(...[...after.children].sort((one, other) => place(one) - place(other)));
}

/** What the user has opened stays open, such as the lists of an item. */
function keepOpen(before, after) {
  const old = before.querySelectorAll('details:not(.spoiler, .edit)');
  const all = after.querySelectorAll('details:not(.spoiler, .edit)');
  if (old.length === all.length) {
    old.forEach((details, place) => { all[place].open = details.open; });
  }
}

function labelOf(element) {
  return `[aria-labelledby="${CSS.escape(element.getAttribute('aria-labelledby'))}"]`;
}

/** Where a control is: the labelled region around it, and its place among the buttons there. */
function positionOf(control) {
  const region = control?.closest('[aria-labelledby]');
  return region && {
    region: region.localName + labelOf(region),
    place: [...region.querySelectorAll('button')].indexOf(control),
  };
}

/** The control at a position, or the last one before it: what follows a control that is no longer there. */
function controlAt(position) {
  const buttons = position && position.place >= 0 ? document.querySelectorAll(`${position.region} button`) : [];
  return buttons[Math.min(position?.place ?? 0, buttons.length - 1)];
}

/** Shows what can be undone, or a message, below the page, and announces it to screen readers. */
function toast(page) {
  clearTimeout(hideTimer);
  document.querySelectorAll('main > .notice').forEach(old => old.remove());
  const message = page.querySelector('main > .notice');
  if (!message) {
    return;
  }
  const shown = document.adoptNode(message);
  shown.classList.add('toast');
  shown.removeAttribute('role'); // the line for screen readers has the text
  document.getElementById('status').textContent = shown.querySelector('p').textContent;
  document.querySelector('main').append(shown);
  const hide = () => { hideTimer = setTimeout(() => shown.remove(), UNDO_MILLISECONDS); };
  shown.addEventListener('focusin', () => clearTimeout(hideTimer)); // no deadline for somebody who is there already
  shown.addEventListener('focusout', hide);
  hide();
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

/** The parts of the page around a form that change with it. */
function partsOf(form) {
  return (form.dataset.swap || '').split(' ').filter(Boolean);
}

document.addEventListener('submit', async event => {
  const form = event.target;
  const inToast = form.closest('.toast');
  if (event.defaultPrevented || form.dataset.plain || !(form.dataset.swap || inToast)) {
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
    const page = await send(form, event.submitter);
    const names = inToast ? [...document.querySelectorAll('[data-part]')].map(part => part.dataset.part) : partsOf(form);
    if (names.length > 0 && !names.some(name => page.querySelector(`[data-part="${CSS.escape(name)}"]`))) {
      throw new Error('another page'); // such as the sign-in page
    }
    swap(page, names);
    toast(page);
  } catch {
    form.dataset.plain = 'yes';
    form.requestSubmit(event.submitter ?? undefined); // the page says what is wrong
  } finally {
    delete form.dataset.busy;
    form.classList.remove('busy');
  }
}, {capture: true});

/** The second click of a double click would hit the next episode, which has moved to the same place. */
document.addEventListener('click', event => {
  if (event.detail > 1 && event.target.closest?.('form.watched')) {
    event.preventDefault();
  }
}, {capture: true});

removeMessageFromAddress();
