// Search as the user types. The search page replaces its results; the box of the frame shows the first ones below it.
// Without this module the boxes are forms that lead to the search page.

const DELAY_MILLISECONDS = 150;
const SUGGESTIONS = 8;

/** The results of a search, or null if it was overtaken by a newer one. */
function searcher(form) {
  let running;
  return async text => {
    running?.abort();
    running = new AbortController();
    const address = new URL(form.action);
    address.searchParams.set('q', text);
    address.searchParams.set('typing', '1'); // no lookup at other sites before the text is complete
    try {
      const response = await fetch(address, {signal: running.signal, headers: {'Accept': 'text/html'}});
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      return response.ok ? page.querySelector('[data-part="results"]') : null;
    } catch {
      return null;
    }
  };
}

function announce(results) {
  document.getElementById('status').textContent = results.querySelector('[data-summary]')?.textContent ?? '';
}

/** The search page: its results and its address follow the text. */
function showResults(form, text, results) {
  document.querySelector('[data-part="results"]').replaceWith(document.adoptNode(results));
  const address = new URL(form.action);
  address.searchParams.set('q', text);
  history.replaceState(history.state, '', address);
}

/** The box of the frame: links to the first results below it. */
function showSuggestions(form, results) {
  closeSuggestions(form);
  const links = [...results.querySelectorAll('.item-link, .list-plain a')].slice(0, SUGGESTIONS);
  if (links.length === 0) {
    return;
  }
  const list = document.createElement('ul');
  list.className = 'suggestions list-plain';
  for (const link of links) {
    const item = document.createElement('li');
    const copy = document.createElement('a');
    copy.href = link.getAttribute('href');
    copy.dir = 'auto';
    const year = link.closest('.item-card')?.querySelector('p.muted')?.textContent ?? '';
    copy.textContent = [(link.querySelector('.item-title') ?? link).textContent, year].filter(Boolean).join(' · ');
    item.append(copy);
    list.append(item);
  }
  form.append(list);
}

function closeSuggestions(form) {
  form.querySelector('.suggestions')?.remove();
}

function connect(form) {
  const box = form.querySelector('input[type="search"]');
  const find = searcher(form);
  const isPage = form.dataset.search === 'results';
  let timer = 0;
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const text = box.value.trim();
      const results = text || isPage ? await find(text) : null;
      if (!results) {
        closeSuggestions(form);
      } else if (isPage) {
        showResults(form, text, results);
        announce(results);
      } else if (form.contains(document.activeElement)) {
        showSuggestions(form, results);
        announce(results);
      }
    }, DELAY_MILLISECONDS);
  });
  if (!isPage) {
    form.addEventListener('keydown', event => moveInSuggestions(form, box, event));
    form.addEventListener('focusout', event => {
      if (!form.contains(event.relatedTarget)) {
        closeSuggestions(form);
      }
    });
  }
}

/** Arrow keys move between the box and the suggestions, Escape closes them. */
function moveInSuggestions(form, box, event) {
  const stops = [box, ...form.querySelectorAll('.suggestions a')];
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (event.key === 'Escape') {
    closeSuggestions(form);
    box.focus();
  } else if (step && stops.length > 1 && stops.includes(document.activeElement)) {
    event.preventDefault();
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
  }
}

document.querySelectorAll('form[data-search]').forEach(connect);
