// Who I am, as it is typed: one role, for a jurisdiction where it speaks for one.
import type { Actor, Role } from '../state/api';
import type { Key } from '../words/words.svelte';

export type IdentityDraft = { name: string; role: Role; jurisdiction: string };
export type IdentityErrors = Partial<
  Record<'name' | 'jurisdiction', Key & `window-who-error-${string}`>
>;

/** Leads and co-chairs speak for a jurisdiction. */
export function needsJurisdiction(role: Role): boolean {
  return role === 'lead' || role === 'co_chair';
}

/** What the form begins with. */
export function identityDraft(actor: Actor | undefined): IdentityDraft {
  const held = actor?.roles[0];
  return {
    name: actor?.name ?? '',
    role: held?.role ?? 'co_chair',
    jurisdiction: held?.jurisdiction ?? '',
  };
}

/** What is missing. */
export function identityErrors(draft: IdentityDraft): IdentityErrors {
  const found: IdentityErrors = {};
  if (!draft.name.trim()) found.name = 'window-who-error-name';
  if (needsJurisdiction(draft.role) && !draft.jurisdiction)
    found.jurisdiction = 'window-who-error-jurisdiction';
  return found;
}

/** The identity that was typed; roles that the form does not show are kept. */
export function identityOf(draft: IdentityDraft, before: Actor | undefined): Actor {
  const first = {
    role: draft.role,
    ...(draft.jurisdiction ? { jurisdiction: draft.jurisdiction } : {}),
  };
  return { name: draft.name.trim(), roles: [first, ...(before?.roles.slice(1) ?? [])] };
}
