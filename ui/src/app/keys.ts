// The window's own keys. What is typed in a field keeps that field's undo.
import { redo, switchLanguage, undo } from '../state/commands';
import { place } from '../state/place.svelte';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, input:not([type="radio"]):not([type="checkbox"])')
  );
}

/** Handles a key that means the same in every room. */
export function onWindowKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.repeat) return;
  const pressed = event.key.toLowerCase();
  const run = (action: () => unknown) => {
    event.preventDefault();
    action();
  };
  if (pressed === 'k') run(() => (place.finding = true));
  else if (pressed === 'l') run(() => switchLanguage());
  else if (isTyping(event.target) || place.finding) return;
  else if (pressed === 'y' || (pressed === 'z' && event.shiftKey)) run(redo);
  else if (pressed === 'z') run(undo);
}
