// Drafts by milestone. Neither closing the drawer nor closing the window ends one:
// nothing typed is lost. What waits is kept by the web view, per plan file.
import { SvelteMap } from 'svelte/reactivity';
import type { Status } from '../state/api';
import { lang } from '../words/words.svelte';
import { draftOf, isDirty, withFreshKeys, type Begun } from './draft';

const begun = new SvelteMap<string, Begun>();
const prefixOf = (storePath: string) => `jalon-draft ${storePath} `;
let prefix = prefixOf('');

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

/** What is kept for a plan's file: the key of each draft, and its milestone. */
function keptIn(storePath: string): [key: string, milestone: string][] {
  const prefix = prefixOf(storePath);
  return (
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key): [string, string] => [key, key.slice(prefix.length)])
      // No identifier has a space: this is a draft of a file whose name goes on there.
      .filter(([, milestone]) => !milestone.includes(' '))
  );
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
  /**
   * Shows the drafts of a plan's file and no other's: those that were left in it when it was
   * last open. Called whenever the window begins with a plan.
   */
  restore(storePath: string): void {
    prefix = prefixOf(storePath);
    begun.clear();
    for (const [key, milestone] of keptIn(storePath)) {
      const kept = read(key);
      if (kept) set(milestone, kept);
    }
  },
  /**
   * Takes along what waits in a plan's file that was moved. Where something waits for the same
   * milestone at the new place already, both stay where they are: neither is overwritten.
   */
  carry(from: string, to: string): void {
    if (from === to) return;
    for (const [key, milestone] of keptIn(from)) {
      const there = prefixOf(to) + milestone;
      if (localStorage.getItem(there) !== null) continue;
      localStorage.setItem(there, localStorage.getItem(key)!);
      localStorage.removeItem(key);
    }
  },
  /** Whether something typed waits there. */
  isWaiting(milestone: string): boolean {
    const kept = begun.get(milestone);
    return kept ? isDirty(kept) : false;
  },
};
