// Parts of pages that change by themselves: the address in data-live is loaded again from time to time, as long as the
// page is visible. Without this module the part has a link to that address.

const INTERVAL_MILLISECONDS = 45_000;

/** Replaces a part by the same part of its page. Nothing happens while the user is in it, or if it cannot be loaded. */
async function refresh(name) {
  const part = document.querySelector(`[data-part="${CSS.escape(name)}"]`);
  if (!part || part.contains(document.activeElement)) {
    return;
  }
  try {
    const response = await fetch(part.dataset.live, {headers: {'Accept': 'text/html'}});
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector(`[data-part="${CSS.escape(name)}"]`);
    if (response.ok && fresh && part.isConnected && !part.contains(document.activeElement)) {
      part.replaceWith(document.adoptNode(fresh));
    }
  } catch {
    // Without a connection the part stays as it is until the next time.
  }
}

function connect(name) {
  let timer = 0;
  const next = () => {
    timer = setTimeout(async () => {
      await refresh(name);
      next();
    }, INTERVAL_MILLISECONDS);
  };
  document.addEventListener('visibilitychange', async () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') {
      await refresh(name);
      next();
    }
  });
  refresh(name).then(next);
}

document.querySelectorAll('[data-live]').forEach(part => connect(part.dataset.part));
