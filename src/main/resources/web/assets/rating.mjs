// Ratings: the chosen value is marked at once, before the server has responded. Without this module each value is the
// button of a form.

document.addEventListener('submit', event => {
  const chosen = event.submitter;
  const form = event.target;
  if (!form.matches('.rating') || !chosen) {
    return;
  }
  for (const button of form.querySelectorAll('button[name="score"]')) {
    button.setAttribute('aria-pressed', String(button === chosen && chosen.value !== '0'));
  }
}, {capture: true});

/** Arrow keys move between the values. */
document.addEventListener('keydown', event => {
  const form = event.target.closest?.('.rating');
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (!form || !step) {
    return;
  }
  const buttons = [...form.querySelectorAll('button[name="score"]')];
  const forward = getComputedStyle(form).direction === 'rtl' ? -step : step;
  const next = buttons[buttons.indexOf(event.target) + forward];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
