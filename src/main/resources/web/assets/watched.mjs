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

/** Replaces each part of the page that the response has, too. The focus stays where it was, as far as possible. */
function swap(page, names) {
  const focused = document.activeElement?.id;
  for (const name of names) {
    const before = document.querySelector(`[data-part="${CSS.escape(name)}"]`);
    const after = page.querySelector(`[data-part="${CSS.escape(name)}"]`);
    if (before && after) {
      before.replaceWith(document.adoptNode(after));
    }
  }
  if (focused && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus({preventScroll: true});
  }
}

/** Shows what can be undone, or a message, below the page. */
function toast(page) {
  clearTimeout(hideTimer);
  document.querySelectorAll('main > .notice').forEach(old => old.remove());
  const message = page.querySelector('main > .notice');
  if (!message) {
    return;
  }
  const shown = document.adoptNode(message);
  shown.classList.add('toast');
  document.querySelector('main').append(shown);
  const hide = () => { hideTimer = setTimeout(() => shown.remove(), UNDO_MILLISECONDS); };
  shown.addEventListener('focusin', () => clearTimeout(hideTimer)); // no deadline for somebody who is there already
  shown.addEventListener('focusout', hide);
  hide();
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
