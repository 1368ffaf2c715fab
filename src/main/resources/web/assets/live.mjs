// Parts of pages that change by themselves: the address in data-live is loaded again from time to time, as long as the
// page is visible: every 45 seconds, or as often as data-live-seconds states. Without this module the part has a link to
// that address.

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
    if (response.ok && !fresh && part.dataset.liveSeconds) {
      location.reload(); // what the part shows has ended, and another page is at its address
    } else if (response.ok && fresh && part.isConnected && !part.contains(document.activeElement)) {
      part.replaceWith(document.adoptNode(fresh));
    }
  } catch {
    // Without a connection the part stays as it is until the next time.
  }
}

function connect(name, interval) {
  let timer = 0;
  const next = () => {
    timer = setTimeout(async () => {
      await refresh(name);
      next();
    }, interval);
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

for (const part of document.querySelectorAll('[data-live]')) {
  const seconds = Number(part.dataset.liveSeconds ?? 0);
  connect(part.dataset.part, seconds > 0 ? seconds * 1000 : INTERVAL_MILLISECONDS);
}
