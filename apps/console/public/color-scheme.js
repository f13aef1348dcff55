// Before anything is painted, so that nobody who works in the dark is dazzled. A file of its own, because the content
// security policy allows no inline script.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('leadline-color-scheme') ?? 'auto';
  } catch {
    // Where storage is forbidden, the system decides.
  }
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
