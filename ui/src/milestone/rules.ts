// What a status needs before it can be saved, said while the form is filled in.
// The domain's own check decides (domain, status.rs); this is its mirror for the eye.
import type { Actor, Status } from '../state/api';
import type { Key } from '../words/words.svelte';
import { isOpen, type Draft } from './draft';

/** The parts of the form that an error can stand beside. */
export type Part = 'outlook' | 'reason' | 'evidence' | 'onBehalf';
export type Errors = Partial<Record<Part, Key & `window-error-${string}`>>;

/** Whether somebody may set a status, and how (domain, policy.rs). */
export type Permission = 'yes' | 'on_behalf' | 'reader' | 'lead' | 'nobody';

/** The most that any of the roles held on a day (`2019-09-25`) allows: a role begins and ends. */
export function permission(actor: Actor | undefined, day: string): Permission {
  const held = actor?.roles.filter(({ from, to }) => (!from || from <= day) && (!to || day <= to));
  const holds = (role: string) => held?.some((it) => it.role === role) ?? false;
  if (holds('co_chair')) return 'yes';
  if (holds('secretariat')) return 'on_behalf';
  if (holds('lead')) return 'lead';
  return actor ? 'reader' : 'nobody';
}

/** Whether what was complete no longer is: given up too, it goes back only with a new reason. */
function regresses(draft: Draft, before: Status): boolean {
  return before.completion === 'C' && draft.completion !== 'C';
}

/** The rule that asks for a reason, if one does. */
export function reasonRule(draft: Draft, before: Status): (Key & `window-rule-${string}`) | null {
  if (regresses(draft, before)) return 'window-rule-reason-regress';
  if (draft.completion === 'NP') return 'window-rule-reason-NP';
  const bad = draft.outlook === 'at_risk' || draft.outlook === 'off_track';
  return isOpen(draft.completion) && bad ? 'window-rule-reason-outlook' : null;
}

/** Whether an address can be opened from a plan: `https:` or `mailto:`, nothing disguised. */
export function isAddress(text: string): boolean {
  if (/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text))
    return false;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  if (url.protocol === 'mailto:') return true;
  return url.protocol === 'https:' && !url.username && !url.password;
}

/** What is missing, by part of the form. */
export function errors(draft: Draft, before: Status, may: Permission): Errors {
  const found: Errors = {};
  if (isOpen(draft.completion) && !draft.outlook) found.outlook = 'window-error-outlook';
  const reason = draft.reason.trim();
  const old = before.reason?.[before.reason.source] ?? '';
  const again = regresses(draft, before) && reason === old;
  if (reasonRule(draft, before) && (!reason || again)) found.reason = 'window-error-reason';
  const typed = draft.evidence.filter((row) => row.address.trim() || row.label.trim());
  if (typed.some((row) => !isAddress(row.address.trim()))) found.evidence = 'window-error-address';
  else if (draft.completion === 'C' && !typed.length) found.evidence = 'window-error-evidence';
  const { jurisdiction, how, when } = draft.onBehalf;
  if (may === 'on_behalf' && !(jurisdiction && how.trim() && when))
    found.onBehalf = 'window-error-on-behalf';
  return found;
}
