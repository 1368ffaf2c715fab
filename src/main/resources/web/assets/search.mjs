// Search as the user types. The search page replaces its results, and asks the sources after a pause; the box of the
// frame shows the first results below it. Without this module the boxes are forms that lead to the search page.

const DELAY_MILLISECONDS = 150;
const SOURCES_DELAY_MILLISECONDS = 800;
const SHORTEST_FOR_SOURCES = 2;
const SUGGESTIONS = 8;
const USERS_AND_LISTS = 2;

/** A part of the page that a search leads to, or null if it failed or was overtaken by a newer one. */
function reader() {
  let running;
  return async (address, part) => {
    running?.abort();
    running = new AbortController();
    try {
      const response = await fetch(address, {signal: running.signal, headers: {'Accept': 'text/html'}});
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      return response.ok ? page.querySelector(`[data-part="${part}"]`) : null;
    } catch {
      return null;
    }
  };
}

function addressOf(path, text) {
  const address = new URL(path, location.href);
  address.searchParams.set('q', text);
  return address;
}

/** The search without a lookup at other sites, which waits until the text is complete. */
function whileTyping(form, text) {
  const address = addressOf(form.action, text);
  address.searchParams.set('typing', '1');
  return address;
}

function announce(text) {
  document.getElementById('status').textContent = text ?? '';
}

function put(part) {
  document.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceWith(document.adoptNode(part));
}

/** The search page: its results and its address follow the text; after a pause the sources are asked. */
function connectPage(form) {
  const box = form.querySelector('input[type="search"]');
  const own = reader();
  const sources = reader();
  let timer = 0;
  let sourcesTimer = 0;
  const find = async () => {
    const text = box.value.trim();
    const results = await own(whileTyping(form, text), 'results');
    if (results) {
      announce(results.querySelector('[data-summary]')?.textContent);
      put(results);
      history.replaceState(history.state, '', addressOf(form.action, text));
    }
  };
  const ask = async () => {
    const text = box.value.trim();
    const before = document.querySelector('[data-part="sources"]');
    if (text.length < SHORTEST_FOR_SOURCES) {
      before.replaceChildren();
      return;
    }
    before.setAttribute('aria-busy', 'true');
    const found = await sources(addressOf(form.dataset.sources, text), 'sources');
    before.removeAttribute('aria-busy');
    if (found && text === box.value.trim()) {
      put(found);
    }
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    clearTimeout(sourcesTimer);
    timer = setTimeout(find, DELAY_MILLISECONDS);
    sourcesTimer = setTimeout(ask, SOURCES_DELAY_MILLISECONDS);
  });
}

/** The box of the frame: a combobox (WAI-ARIA) whose options lead to the first results. */
function connectBox(form) {
  const box = form.querySelector('input[type="search"]');
  const own = reader();
  const listName = `${box.id}-options`;
  let timer = 0;
  const options = () => [...form.querySelectorAll('[role="option"]')];
  const close = () => {
    clearTimeout(timer);
    form.querySelector('.suggestions')?.remove();
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const activate = option => {
    options().forEach(other => other.setAttribute('aria-selected', String(other === option)));
    if (option) {
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({block: 'nearest'});
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  };
  const show = (results, text) => {
    close();
    const list = document.createElement('div');
    list.className = 'suggestions';
    list.id = listName;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', form.getAttribute('aria-label'));
    list.append(...optionsOf(results, form, text).map((option, place) => {
      option.id = `${listName}-${place}`;
      return option;
    }));
    form.append(list);
    box.setAttribute('aria-expanded', 'true');
  };
  const find = async () => {
    const text = box.value.trim();
    const results = text ? await own(whileTyping(form, text), 'results') : null;
    if (results && form.contains(document.activeElement) && text === box.value.trim()) {
      announce(results.querySelector('[data-summary]')?.textContent);
      show(results, text);
    } else if (!text) {
      close();
    }
  };
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-expanded', 'false');
  box.setAttribute('aria-controls', listName);
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(find, DELAY_MILLISECONDS);
  });
  box.addEventListener('keydown', event => {
    const all = options();
    const place = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (event.isComposing) {
      return; // the keys belong to the input method
    }
    if (step && all.length > 0) {
      event.preventDefault();
      // The place before the first option is the box itself.
      activate(all[(place + 1 + step + all.length + 1) % (all.length + 1) - 1]);
    } else if (event.key === 'Enter' && place >= 0) {
      event.preventDefault();
      location.assign(all[place].href);
    } else if (event.key === 'Escape' && all.length > 0) {
      event.preventDefault(); // the first Escape closes the list, a second one empties the box
      close();
    }
  });
  form.addEventListener('focusout', event => {
    if (!form.contains(event.relatedTarget)) {
      close();
    }
  });
  form.addEventListener('mousedown', event => {
    if (event.target.closest('.suggestions')) {
      event.preventDefault(); // the focus stays in the box, so that the list stays until the click
    }
  });
}

/** The first results of a search as options, and the search page itself as the last one. */
function optionsOf(results, form, text) {
  const catalog = optionsIn(results.querySelectorAll('section:not([data-last])'));
  const others = inTurn(optionsIn(results.querySelectorAll('section[data-last]')));
  const first = inTurn(catalog).slice(0, SUGGESTIONS - Math.min(others.length, USERS_AND_LISTS));
  return [
    ...first, ...others.slice(0, SUGGESTIONS - first.length),
    optionOf(addressOf(form.action, text), form.dataset.all, ''),
  ];
}

function optionsIn(sections) {
  return [...sections].flatMap(section => {
    const kind = section.querySelector('h2').textContent;
    return [...section.querySelectorAll('.item-link, .list-plain a')].map(link => {
      const year = link.closest('.item-card')?.querySelector('p.muted')?.textContent ?? '';
      const title = (link.querySelector('.item-title') ?? link).textContent;
      return optionOf(link.getAttribute('href'), title, [kind, year].filter(Boolean).join(' · '));
    });
  });
}

/** Results of each kind, so that many shows do not hide the movies. */
function inTurn(found) {
  const kinds = new Map();
  for (const option of found) {
    kinds.set(option.dataset.kind, [...(kinds.get(option.dataset.kind) ?? []), option]);
  }
  const longest = Math.max(0, ...[...kinds.values()].map(all => all.length));
  return Array.from({length: longest}, (_, place) => [...kinds.values()].flatMap(all => all[place] ?? [])).flat();
}

function optionOf(address, title, detail) {
  const option = document.createElement('a');
  option.href = address;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset.kind = detail.split(' · ')[0];
  const name = document.createElement('bdi');
  name.textContent = title;
  option.append(name);
  if (detail) {
    const note = document.createElement('span');
    note.className = 'small muted';
    note.textContent = ` ${detail}`;
    option.append(note);
  }
  return option;
}

document.querySelectorAll('form[data-search="results"]').forEach(connectPage);
document.querySelectorAll('form[data-search="suggestions"]').forEach(connectBox);
