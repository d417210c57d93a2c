/** A style sheet that comes with its script and not with every page; resolves when it is there, or cannot be had. */
export function loadStyle(address: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.addEventListener('load', () => { resolve(); });
    link.addEventListener('error', () => { resolve(); });
    document.head.append(link);
  });
}
