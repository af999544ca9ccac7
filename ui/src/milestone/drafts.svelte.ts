// Drafts by milestone. Neither closing the drawer nor closing the window ends one:
// nothing typed is lost. What waits is kept by the web view, per plan file.
import { SvelteMap } from 'svelte/reactivity';
import type { Status } from '../state/api';
import { lang } from '../words/words.svelte';
import { draftOf, isDirty, withFreshKeys, type Begun } from './draft';

const begun = new SvelteMap<string, Begun>();
let prefix = 'jalon-draft ';

function set(milestone: string, { draft, before, bases }: Begun): Begun {
  const state = $state(draft);
  const made = { draft: state, before, bases };
  begun.set(milestone, made);
  return made;
}

/** What was kept; nothing when it cannot be read (another version's, or cut short). */
function read(key: string): Begun | undefined {
  try {
    const { draft, before, bases } = JSON.parse(localStorage.getItem(key) ?? '') as Begun;
    return { draft: withFreshKeys(draft), before, bases };
  } catch {
    return undefined;
  }
}

export const drafts = {
  get(milestone: string): Begun | undefined {
    return begun.get(milestone);
  },
  /** Begins anew from what the plan holds. */
  begin(milestone: string, before: Status, bases: string[]): Begun {
    return set(milestone, { draft: draftOf(before, lang()), before, bases });
  },
  /** Keeps what was typed beyond the window's end; called whenever it changes. */
  keep(milestone: string): void {
    const kept = begun.get(milestone);
    if (kept && isDirty(kept)) localStorage.setItem(prefix + milestone, JSON.stringify(kept));
    else localStorage.removeItem(prefix + milestone);
  },
  drop(milestone: string): void {
    begun.delete(milestone);
    localStorage.removeItem(prefix + milestone);
  },
  /** Takes up what was left in a plan's file when its window was last closed. */
  restore(storePath: string): void {
    prefix = `jalon-draft ${storePath} `;
    begun.clear();
    for (const key of Object.keys(localStorage)) {
      const kept = key.startsWith(prefix) ? read(key) : undefined;
      if (kept) set(key.slice(prefix.length), kept);
    }
  },
  /** Whether something typed waits there. */
  isWaiting(milestone: string): boolean {
    const kept = begun.get(milestone);
    return kept ? isDirty(kept) : false;
  },
};
