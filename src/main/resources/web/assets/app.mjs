// Small improvements of pages that work without them. Loaded as a module, so it runs after the page is parsed.

/** Buttons that copy a text: data-copy holds the id of the element with it. */
function copyButtons() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = !navigator.clipboard;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(source.textContent.trim());
      announce(button.dataset.copied);
    });
  }
}

/** Says something to screen readers, and shows it for a moment. */
function announce(text) {
  const status = document.getElementById('status');
  if (status && text) {
    status.textContent = text;
  }
}

/** Forms that ask before they are sent: data-confirm holds the question. */
function confirmations() {
  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
    }
  });
}

/** A form is sent once, also when its button is pressed twice. */
function sendOnce() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
    } else {
      form.dataset.sent = 'yes';
      setTimeout(() => delete form.dataset.sent, 5000); // the page stays when an application on the device opens
    }
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
    }
  });
}

/** The menu of the navigation closes with Escape, and when something else is pressed. */
function closingMenu() {
  const menu = document.querySelector('.nav-more details');
  document.addEventListener('click', event => {
    if (menu?.open && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
  menu?.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}

/** The first field with an error gets the focus. */
function focusOnError() {
  document.querySelector('[aria-invalid="true"]')?.focus();
}

/** The time zone of the browser, where a form asks for one and none is chosen yet. */
function suggestTimeZone() {
  const select = document.querySelector('select[data-suggest="time-zone"]');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (select && [...select.options].some(option => option.value === zone)) {
    select.value = zone;
  }
}

/** A button that takes the time zone of this device: data-offer-zone holds the id of the select. */
function offerTimeZone() {
  const offer = document.querySelector('[data-offer-zone]');
  const select = offer && document.getElementById(offer.dataset.offerZone);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (select && select.value !== zone && [...select.options].some(option => option.value === zone)) {
    offer.querySelector('span').textContent = zone;
    offer.hidden = false;
    offer.querySelector('button').addEventListener('click', () => {
      select.value = zone;
      offer.hidden = true;
      select.focus();
    });
  }
}

/** Items of lists are dragged by a handle. Where one is dropped, the form of its position is sent. */
function dragItems() {
  let dragged = null;
  for (const handle of document.querySelectorAll('[data-drag]')) {
    const item = handle.closest('li');
    handle.hidden = false;
    handle.addEventListener('dragstart', event => {
      dragged = item;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setDragImage(item, 0, 0);
    });
    handle.addEventListener('dragend', () => {
      dragged = null;
    });
    item.addEventListener('dragover', event => {
      if (dragged && dragged !== item) {
        event.preventDefault();
      }
    });
    item.addEventListener('drop', event => {
      event.preventDefault();
      if (dragged && dragged !== item) {
        dragged.querySelector('input.place').value = item.querySelector('input.place').value;
        dragged.querySelector('button[value^="place:"]').click();
      }
    });
  }
}

/** Where a header stays at the top, what is scrolled into view or stays below it knows its height. */
function measureHeader() {
  const header = document.querySelector('.top');
  const measure = () => {
    const height = getComputedStyle(header).position === 'sticky' ? header.offsetHeight : 0;
    document.documentElement.style.setProperty('--header', `${height}px`);
  };
  new ResizeObserver(measure).observe(header);
}

measureHeader();
copyButtons();
confirmations();
closingMenu();
sendOnce();
focusOnError();
suggestTimeZone();
offerTimeZone();
dragItems();
