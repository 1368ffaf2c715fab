// Selecting many items of a list: ranges with Shift, all and none, and the number of selected ones, in a bar that stays
// visible. data-selection is the name of the checkboxes of the form around the bar. Without this module they are plain
// checkboxes.

function boxesOf(form, name) {
  return [...form.elements].filter(box => box.type === 'checkbox' && box.name === name);
}

function show(bar) {
  const count = boxesOf(bar.closest('form'), bar.dataset.selection).filter(box => box.checked).length;
  const text = (count === 1 ? bar.dataset.one : bar.dataset.other)
    .replace('{0}', count.toLocaleString(document.documentElement.lang));
  const status = bar.querySelector('[data-selected]');
  bar.classList.toggle('selection-active', count > 0);
  if (status.textContent !== text) {
    status.textContent = text;
  }
}

const showAll = () => document.querySelectorAll('[data-selection]').forEach(show);

/** A click with Shift gives all checkboxes of the same name, from the last one on, the same state. */
let last = null;
function selectRange(box) {
  const boxes = boxesOf(box.form, box.name);
  const ends = [boxes.indexOf(last), boxes.indexOf(box)];
  for (const between of boxes.slice(Math.min(...ends), Math.max(...ends) + 1)) {
    between.checked = box.checked;
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-select]');
  const box = event.target;
  if (button) {
    const bar = button.closest('[data-selection]');
    for (const each of boxesOf(bar.closest('form'), bar.dataset.selection)) {
      each.checked = button.dataset.select === 'all';
    }
    show(bar);
  } else if (box instanceof HTMLInputElement && box.type === 'checkbox' && box.form) {
    if (event.shiftKey && last?.form === box.form && last.name === box.name) {
      selectRange(box);
    }
    last = box;
  }
});

document.addEventListener('change', showAll);
document.addEventListener('parts-replaced', showAll);
window.addEventListener('pageshow', showAll); // the browser may restore what was selected
showAll();
