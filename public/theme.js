// Runs before the first paint: a chosen scheme must not flash. The switch itself is a module.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.media = meta.dataset.scheme === theme ? 'all' : 'not all';
    }
  }
} catch {
  // Storage is blocked: the system's scheme stays.
}

// Faces come in a style sheet before the first formula; on their own, browsers unpack them only after a layout without them.
document.addEventListener('load', ({ target }) => {
  if (target.rel !== 'stylesheet' || target.parentNode === document.head) return;
  for (const face of document.fonts) face.load().catch(() => undefined);
}, true);
