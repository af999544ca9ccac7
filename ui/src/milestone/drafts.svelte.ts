// Drafts by milestone. Closing the drawer does not end one: nothing typed is lost
// while the window is open.
import { SvelteMap } from 'svelte/reactivity';
import { lang } from '../words/words.svelte';
import type { Status } from '../state/api';
import { draftOf, isDirty, type Begun } from './draft';

const begun = new SvelteMap<string, Begun>();

export const drafts = {
  get(milestone: string): Begun | undefined {
    return begun.get(milestone);
  },
  /** Begins anew from what the plan holds. */
  begin(milestone: string, before: Status, bases: string[]): Begun {
    const draft = $state(draftOf(before, lang()));
    const made = { draft, before, bases };
    begun.set(milestone, made);
    return made;
  },
  /** Keeps what was typed, and stands it on the plan's present heads. */
  rebase(milestone: string, before: Status, bases: string[]): void {
    const kept = begun.get(milestone);
    if (kept) begun.set(milestone, { draft: kept.draft, before, bases });
  },
  drop(milestone: string): void {
    begun.delete(milestone);
  },
  /** Whether something typed waits there. */
  isWaiting(milestone: string): boolean {
    const kept = begun.get(milestone);
    return kept ? isDirty(kept) : false;
  },
};
