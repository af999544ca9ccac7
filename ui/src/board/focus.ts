/** The id of the button that opens a milestone's card. */
export function cardButton(milestone: string): string {
  return `card-${milestone}`;
}

/** Moves the focus to a milestone's card, if it is on the board. */
export function focusCard(milestone: string): void {
  document.getElementById(cardButton(milestone))?.focus();
}

/** Scrolls a milestone's card into sight, once the layout has settled. */
export function showCard(milestone: string): void {
  requestAnimationFrame(() => {
    document.getElementById(cardButton(milestone))?.scrollIntoView?.({
      block: 'nearest',
      inline: 'nearest',
    });
  });
}
