import { parsePlace } from './reading-state.ts';
import { recall } from './storage.ts';

/** The line of Continue.astro; shown once the reader has been somewhere. */
class ContinueReading extends HTMLElement {
  connectedCallback(): void {
    const place = parsePlace(recall('local', 'last-place'));
    const line = this.querySelector('p');
    const link = this.querySelector('a');
    if (place === undefined || line === null || link === null) return;
    link.href = place.section === '' ? place.path : `${place.path}#${encodeURIComponent(place.section)}`;
    link.textContent = place.heading === '' ? `《${place.title}》` : `《${place.title}》${place.heading}`;
    line.hidden = false;
  }
}

customElements.define('continue-reading', ContinueReading);
