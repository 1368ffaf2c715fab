// Shortcuts with single keys. The page /keyboard lists them; a setting of the user leaves this module out. Without it
// everything can be reached with Tab and Enter.

const SEQUENCE_MILLISECONDS = 2000;
const ROWS = '.item-card, .list-plain > li, [data-row]';
const NO_ROWS = '.suggestions, .cast, .replies, .plays, dialog, [hidden]';
const PAGES = {h: '/', p: '/progress', c: '/calendar', l: '/lists', s: '/stats', w: '/watchlist', r: '/history'};

const texts = document.getElementById('app-texts').dataset;
let prefix = '';
let prefixTimer = 0;
let current = null; // the row that had the focus last
let shortcuts = null;

function announce(text) {
  document.getElementById('status').textContent = text;
}

/** A key by its character. On keyboards without Latin letters by the place that it has on others. */
function keyOf(event) {
  if (/^[\x21-\x7e]$/.test(event.key) || event.key.length > 1) {
    return event.shiftKey && /^[A-Z]$/.test(event.key) ? event.key : event.key.length > 1 ? event.key : event.key.toLowerCase();
  }
  const letter = /^Key([A-Z])$/.exec(event.code);
  return letter && !event.shiftKey ? letter[1].toLowerCase() : '';
}

/** A digit also where digits need Shift. */
function digitOf(event) {
  const digit = /^[0-9]$/.test(event.key) ? event.key : /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  return digit === undefined ? 0 : Number(digit) || 10;
}

function isTyping(target) {
  return Boolean(target.closest?.('textarea, select, [contenteditable], '
    + 'input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"])'));
}

function rows() {
  return [...document.querySelectorAll('main :is(' + ROWS + ')')]
    .filter(row => !row.closest(NO_ROWS) && row.checkVisibility() && !row.querySelector('.item-card'));
}

function rowOf(element) {
  const row = element?.closest?.(ROWS);
  return row && !row.closest(NO_ROWS) ? row : null;
}

function currentRow() {
  const row = rowOf(document.activeElement) ?? current;
  return row?.isConnected ? row : null;
}

/** Gives the focus to the first link or control of the row that is so many rows away. */
function move(step) {
  const all = rows();
  const at = all.indexOf(currentRow());
  const row = at < 0 ? all[step > 0 ? 0 : all.length - 1] : all[at + step];
  if (!row) {
    announce(texts.noMore);
    return;
  }
  const target = row.querySelector('a[href]') ?? row.querySelector('button, input');
  if (!target) {
    row.tabIndex = -1;
  }
  (target ?? row).focus({preventScroll: true});
  current = row;
  row.scrollIntoView({block: 'nearest', inline: 'nearest'});
}

/** The item of the focused row, else of the page, as forms name it. */
function itemOf(row) {
  return row
    ? row.dataset.item ?? row.querySelector('[data-item]')?.dataset.item ?? row.querySelector('input[name="item"]')?.value
    : document.querySelector('[data-part="marks"] input[name="item"]')?.value;
}

/** Sends a form that the row does not have itself. */
function send(action, values) {
  document.querySelector('form.shortcut')?.remove();
  const form = document.createElement('form');
  Object.assign(form, {method: 'post', className: 'shortcut', action: texts.base + action});
  form.dataset.swap = [...document.querySelectorAll('[data-part]')].map(part => part.dataset.part).join(' ');
  const token = document.querySelector('input[name="_csrf"]').value;
  const back = location.pathname.slice(texts.base.length) + location.search;
  for (const [name, value] of Object.entries({_csrf: token, back, ...values})) {
    const field = document.createElement('input');
    Object.assign(field, {type: 'hidden', name, value});
    form.append(field);
  }
  document.body.append(form);
  form.requestSubmit();
}

function watch() {
  const row = currentRow();
  const own = row?.querySelector('form[action$="/track/watched"] button[type="submit"]:not([name="scope"], [disabled])');
  const ofPage = row ? null : document.querySelector('#mark-this, form.mark button[type="submit"]');
  const item = row?.querySelector('[data-watch]')?.dataset.watch ?? row?.dataset.watch ?? itemOf(row);
  if (own ?? ofPage) {
    (own ?? ofPage).click();
  } else if (row && /^(movie|episode)-/.test(item ?? '')) {
    send('/track/watched', {item});
  } else {
    announce(texts.nothing);
  }
}

/** The n-th value of the scale of the user. */
function rate(value) {
  const row = currentRow();
  const form = row?.querySelector('form.rating') ?? (row ? null : document.querySelector('[data-part="marks"] form.rating'));
  const item = itemOf(row);
  const button = form?.querySelectorAll('button.rating-value')[value - 1];
  const score = texts.scores.split(' ')[value - 1];
  if (button) {
    button.click();
  } else if (!form && score && /^(movie|show|season|episode)-/.test(item ?? '')) {
    send('/track/rating', {item, score});
  } else {
    announce(texts.nothing);
  }
}

function undo() {
  const button = document.querySelector('.toast[data-undo] button, [data-undo] button');
  if (button) {
    button.click();
  } else if (document.dispatchEvent(new CustomEvent('undo-last', {cancelable: true}))) {
    announce(texts.nothing);
  }
}

function select(isRange) {
  const box = currentRow()?.querySelector('input[type="checkbox"]');
  if (box) {
    box.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, shiftKey: isRange}));
  } else {
    announce(texts.nothing);
  }
}

function search() {
  const box = document.getElementById('q') ?? document.getElementById('top-search');
  box?.focus();
  box?.select();
}

/** The list of shortcuts in a dialog; it is that of the page /keyboard. */
async function help() {
  const address = texts.base + '/keyboard';
  if (!shortcuts) {
    try {
      const response = await fetch(address);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      shortcuts = document.adoptNode(page.querySelector('[data-shortcuts]'));
    } catch {
      location.href = address;
      return;
    }
    const dialog = document.createElement('dialog');
    dialog.className = 'shortcuts';
    dialog.setAttribute('aria-labelledby', 'shortcuts-title');
    const heading = document.createElement('h2');
    Object.assign(heading, {id: 'shortcuts-title', textContent: texts.title});
    const close = document.createElement('button');
    Object.assign(close, {type: 'button', className: 'button', textContent: texts.close});
    close.addEventListener('click', () => dialog.close());
    const top = document.createElement('div');
    top.className = 'row';
    top.append(heading, close);
    dialog.append(top, shortcuts);
    document.body.append(dialog);
  }
  shortcuts.closest('dialog').showModal();
}

/** A key that waits for a second one. */
function begin(key, text) {
  clearTimeout(prefixTimer);
  prefix = key;
  prefixTimer = setTimeout(() => { prefix = ''; }, SEQUENCE_MILLISECONDS);
  announce(text);
}

function second(first, key, event) {
  if (first === 'g' && PAGES[key]) {
    location.href = texts.base + PAGES[key];
    return true;
  }
  const value = first === 'r' ? digitOf(event) : 0;
  if (value > 0) {
    rate(value);
  }
  return value > 0;
}

const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  w: watch,
  u: undo,
  x: () => select(false),
  X: () => select(true),
  '/': search,
  '?': help,
  g: () => begin('g', texts.go),
  r: () => begin('r', texts.rate),
};

/** Escape leaves a field or forgets the first key of two. */
function escape(event) {
  prefix = '';
  if (isTyping(event.target) && event.target.matches('input')) {
    event.target.blur();
    (current?.isConnected ? current.querySelector('a[href], button, input') : null)?.focus();
  }
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === 'Escape') {
    escape(event);
    return;
  }
  if (isTyping(event.target) || document.querySelector('dialog[open]')) {
    return;
  }
  const key = keyOf(event);
  const first = prefix;
  if (key === 'Shift' || key === 'AltGraph') {
    return; // a digit may need it
  }
  prefix = '';
  const isDone = first && second(first, key, event);
  const action = isDone ? null : Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : null;
  if (isDone || action) {
    event.preventDefault();
  }
  if (action && !(event.repeat && !'jk'.includes(key))) {
    action();
  }
});

document.addEventListener('focusin', event => { current = rowOf(event.target) ?? current; });
