/** A box in the viewport, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

const margin = 8;

/** Top-left corner of a card beside its word: below it, or above where there is more room; never outside the window. */
export function placeCard(word: Box, card: Size, view: Size): { readonly left: number; readonly top: number } {
  const below = word.bottom + margin;
  const above = word.top - margin - card.height;
  const fits = below + card.height + margin <= view.height || word.top < view.height - word.bottom;
  const left = Math.min(word.left, view.width - card.width - margin);
  return { left: Math.max(margin, left), top: fits ? below : Math.max(margin, above) };
}
