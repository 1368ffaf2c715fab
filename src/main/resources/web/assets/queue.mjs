// Presses of *watched* without a connection. They are stored in this browser and sent later with their own times, each
// exactly once: it has a key, by which the server recognizes it. They belong to the user who pressed the button.

const texts = document.getElementById('app-texts').dataset;
const RETRY_MILLISECONDS = 60_000;
const SEND_MILLISECONDS = 20_000;
const DATABASE = `spoolmark-queue${texts.base}`;
const DONE = ['stored', 'before'];
const FAILED = ['gone', 'not_aired', 'old', 'future', 'full', 'invalid'];

let isSignedOut = false;
let retryTimer = 0;

const database = new Promise((resolve, reject) => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('clicks', {keyPath: 'key'});
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Runs one request in a transaction and waits until it is stored. */
async function stored(mode, work) {
  const transaction = (await database).transaction('clicks', mode);
  const request = work(transaction.objectStore('clicks'));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** The presses of this user, oldest first. */
async function clicks() {
  const all = await stored('readonly', store => store.getAll());
  return all.filter(click => click.user === texts.user).sort((one, other) => one.at - other.at);
}

const otherTabs = new BroadcastChannel(DATABASE);

async function change(work) {
  await stored('readwrite', work);
  otherTabs.postMessage('changed');
}

const put = click => change(store => store.put(click));
const remove = key => change(store => store.delete(key));

function counted(one, other, count) {
  return (count === 1 ? one : other).replace('{0}', count.toLocaleString(document.documentElement.lang));
}

function announce(text) {
  document.dispatchEvent(new CustomEvent('show-message', {detail: notice(text)}));
}

/** A message, with a button if there is something to do. */
function notice(text, label, action) {
  const box = document.createElement('div');
  box.className = 'notice notice-success undo';
  const line = document.createElement('p');
  line.textContent = text;
  box.append(line);
  if (action) {
    const button = document.createElement('button');
    Object.assign(button, {type: 'button', className: 'button', textContent: label});
    button.addEventListener('click', () => {
      box.remove();
      action();
    });
    box.dataset.undo = '';
    box.append(button);
  }
  return box;
}

/** Stores a press that could not be sent, and says so. */
document.addEventListener('watched-unsent', event => {
  const {form, submitter, body, at} = event.detail;
  const key = body.get('key');
  const fields = new URLSearchParams([...body].filter(([name]) => !['_csrf', 'back', 'key'].includes(name)));
  const names = [document.querySelector('.parents a'), document.querySelector('h1'), submitter];
  const label = submitter?.getAttribute('aria-label')
    ?? names.map(name => name?.textContent.trim()).filter(Boolean).join(' · ');
  event.preventDefault();
  put({key, user: texts.user, at, fields: fields.toString(), label, problem: ''}).then(async () => {
    await show();
    const undo = async () => {
      await remove(key);
      await show();
    };
    document.dispatchEvent(new CustomEvent('show-message', {detail: notice(texts.saved, texts.undo, undo)}));
    later();
  }).catch(() => {
    form.dataset.plain = 'yes';
    form.requestSubmit(submitter ?? undefined); // the browser cannot store anything
  });
});

/** The buttons of items that wait say so and cannot be pressed again. */
function markWaiting(all) {
  const waiting = new Set(all.filter(click => !click.problem).map(click => new URLSearchParams(click.fields).get('item')));
  for (const form of document.querySelectorAll('form[action$="/track/watched"]')) {
    const isWaiting = waiting.has(form.querySelector('input[name="item"]')?.value);
    if (isWaiting || form.dataset.waiting) {
      form.dataset.waiting = isWaiting ? 'yes' : '';
      form.querySelectorAll('button').forEach(button => button.setAttribute('aria-disabled', String(isWaiting)));
    }
  }
}

document.addEventListener('click', event => {
  if (event.target.closest?.('button[aria-disabled="true"]')) {
    event.preventDefault();
  }
}, {capture: true});

/** Shows how many wait, and how many could not be stored. */
async function show() {
  const all = await clicks();
  const failed = all.filter(click => click.problem).length;
  const waiting = all.length - failed;
  const link = document.getElementById('queue-state');
  const lines = [
    waiting > 0 && counted(texts.waitingOne, texts.waitingOther, waiting),
    waiting > 0 && isSignedOut && texts.signedOut,
    failed > 0 && counted(texts.failedOne, texts.failedOther, failed),
  ];
  link.textContent = lines.filter(Boolean).join(' ');
  link.hidden = all.length === 0;
  markWaiting(all);
  document.dispatchEvent(new CustomEvent('queue-changed', {detail: all}));
  return waiting;
}

/** The user and the token of the session, from a page that is loaded now. Null without a session. */
async function session() {
  const response = await fetch(`${texts.base}/offline`, {headers: {'Accept': 'text/html'}, cache: 'no-store'});
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const user = page.getElementById('app-texts')?.dataset.user;
  return response.ok && user ? {user, token: page.querySelector('input[name="_csrf"]').value} : null;
}

/** What became of a press: a result of the server, `later`, `token` or `signed_out`. */
async function deliver(click, token) {
  const body = new URLSearchParams(click.fields);
  Object.entries({_csrf: token, user: click.user, key: click.key, at: click.at}).forEach(([name, value]) => body.set(name, value));
  const response = await fetch(`${texts.base}/track/queued`, {
    method: 'POST', body, redirect: 'manual', headers: {'Accept': 'application/json'}, signal: AbortSignal.timeout(SEND_MILLISECONDS),
  });
  if (response.type === 'opaqueredirect') {
    return 'signed_out';
  }
  if (response.status === 403) {
    return 'token';
  }
  const isRead = response.ok && response.headers.get('Content-Type')?.startsWith('application/json');
  return isRead ? (await response.json()).result : response.status >= 400 && response.status < 500 && response.status !== 408
    && response.status !== 429 ? 'invalid' : 'later';
}

/** Sends what waits, one after the other. */
async function sendAll() {
  const waiting = (await clicks()).filter(click => !click.problem);
  let current = null;
  let sent = 0;
  for (const click of waiting) {
    let result = 'token';
    try {
      for (let attempt = 0; result === 'token' && attempt < 2; attempt++) {
        current = attempt === 0 && current ? current : await session();
        result = !current ? 'signed_out' : current.user === click.user ? await deliver(click, current.token) : 'other_user';
      }
    } catch {
      break; // no connection yet
    }
    isSignedOut = result === 'signed_out' || result === 'other_user';
    if (DONE.includes(result)) {
      await remove(click.key);
      sent++;
    } else if (FAILED.includes(result)) {
      await put({...click, problem: result});
    } else {
      break; // it stays
    }
  }
  return sent;
}

/** Sends what waits, in one tab at a time. */
async function send() {
  try {
    if (await show() === 0) {
      return;
    }
    const sent = navigator.locks
      ? await navigator.locks.request(DATABASE, {ifAvailable: true}, lock => lock ? sendAll() : 0)
      : await sendAll(); // without TLS there are no locks; the server recognizes what arrives twice
    if (sent > 0) {
      announce(counted(texts.sentOne, texts.sentOther, sent));
      document.dispatchEvent(new CustomEvent('page-changed'));
    }
    later();
  } catch {
    // the browser stores nothing
  }
}

/** Tries again after a while, as long as something waits. */
async function later() {
  clearTimeout(retryTimer);
  if (await show() > 0) {
    retryTimer = setTimeout(send, RETRY_MILLISECONDS);
  }
}

/** The list on the page /offline. */
function list(all) {
  const box = document.getElementById('queued');
  const row = document.getElementById('queued-row');
  if (!box || !row) {
    return;
  }
  const time = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'medium', timeStyle: 'short'});
  box.replaceChildren(...all.map(click => {
    const line = row.content.cloneNode(true);
    const at = line.querySelector('time');
    line.querySelector('.queued-label').textContent = click.label;
    at.textContent = time.format(click.at);
    at.dateTime = new Date(click.at).toISOString();
    const name = click.problem.replace(/_[a-z]/g, part => part[1].toUpperCase());
    line.querySelector('.queued-state').textContent = box.dataset[click.problem ? name : 'waits'];
    line.querySelector('[data-again]').hidden = !click.problem;
    line.querySelector('[data-again]').addEventListener('click', () => put({...click, problem: ''}).then(send));
    line.querySelector('[data-discard]').addEventListener('click', () => remove(click.key).then(show));
    line.querySelectorAll('button').forEach(button => button.setAttribute('aria-label', `${button.textContent}: ${click.label}`));
    return line;
  }));
  document.getElementById('queued-none').hidden = all.length > 0;
}

document.addEventListener('queue-changed', event => list(event.detail));
otherTabs.addEventListener('message', () => show().catch(() => null));
document.addEventListener('parts-replaced', () => show().catch(() => null));
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send());
window.addEventListener('online', send);
window.addEventListener('pageshow', event => event.persisted && send());
send();
