// What is being typed about a milestone's status, and how it becomes a status.
// Pure; kept per milestone until it is saved or put aside.
import type { Bilingual, Completion, Lang, Link, OnBehalf, Outlook, Status } from '../state/api';

/** One evidence link as typed. What the form does not show of it stays in `original`. */
export type EvidenceRow = {
  key: number;
  address: string;
  label: string;
  lang: Lang;
  original?: Link;
};

export type Draft = {
  completion: Completion;
  outlook?: Outlook;
  reason: string;
  reasonLang: Lang;
  /** The reason is reworded, and its translation still holds. */
  holds?: boolean;
  evidence: EvidenceRow[];
  onBehalf: Omit<OnBehalf, 'role'>;
};

/** A draft, with what it was begun from. */
export type Begun = {
  draft: Draft;
  /** The status that the form showed first. */
  before: Status;
  /** The heads of `status` that it showed: they go with the action. */
  bases: string[];
};

let keys = 0;

/** An empty evidence row. */
export function emptyRow(lang: Lang): EvidenceRow {
  return { key: keys++, address: '', label: '', lang };
}

/** The same draft with rows that no other row is taken for. */
export function withFreshKeys(draft: Draft): Draft {
  return { ...draft, evidence: draft.evidence.map((row) => ({ ...row, key: keys++ })) };
}

/** Whether work is still expected; only then is there an outlook. */
export function isOpen(completion: Completion): boolean {
  return completion !== 'C' && completion !== 'NP';
}

function rowOf(link: Link, lang: Lang): EvidenceRow {
  const side = link[lang] ? lang : lang === 'en' ? 'fr' : 'en';
  return {
    key: keys++,
    address: link[side] ?? '',
    label: link.label?.[side] ?? '',
    lang: side,
    original: link,
  };
}

/** The form's first content for a status, read in `lang`. */
export function draftOf(status: Status, lang: Lang): Draft {
  const reasonLang = status.reason?.source ?? lang;
  return {
    completion: status.completion,
    outlook: status.outlook,
    reason: status.reason?.[reasonLang] ?? '',
    reasonLang,
    evidence: (status.evidence ?? []).map((link) => rowOf(link, lang)),
    onBehalf: { jurisdiction: '', how: '', when: '' },
  };
}

function oneSide(lang: Lang, text: string): Bilingual {
  return { [lang]: text, source: lang, state: 'missing' };
}

function linkOf(row: EvidenceRow): Link {
  const address = row.address.trim();
  const label = row.label.trim();
  const { original, lang } = row;
  const link: Link = { ...original, [lang]: address };
  if (label === (original?.label?.[lang] ?? '')) return link;
  if (label) link.label = oneSide(lang, label);
  else delete link.label;
  return link;
}

/** The reason as typed: as it stood, reworded, or another one for another status. */
function reasonOf(draft: Draft, before: Status): Bilingual {
  const { reason } = before;
  const { reasonLang, holds } = draft;
  const typed = draft.reason.trim();
  if (reason?.source !== reasonLang) return oneSide(reasonLang, typed);
  if (reason[reasonLang] === typed) return reason;
  const translated = reason[otherThan(reasonLang)];
  const sameCase = draft.completion === before.completion && outlookOf(draft) === before.outlook;
  if (!translated || !sameCase) return oneSide(reasonLang, typed);
  return { ...reason, [reasonLang]: typed, state: holds ? 'draft' : 'stale' };
}

/** The outlook, which only what is open has. */
function outlookOf(draft: Draft): Outlook | undefined {
  return isOpen(draft.completion) ? draft.outlook : undefined;
}

function otherThan(lang: Lang): Lang {
  return lang === 'en' ? 'fr' : 'en';
}

/** The translation that stays beside the reason; empty when there is none. */
export function keptTranslation(draft: Draft, before: Status): string {
  return (draft.reason.trim() && reasonOf(draft, before)[otherThan(draft.reasonLang)]) || '';
}

/** Whether a translation stays beside other words than it was made from. */
export function isReworded(draft: Draft, before: Status): boolean {
  return keptTranslation(draft, before) !== '' && reasonOf(draft, before) !== before.reason;
}

/**
 * The status that a draft says. A reason that was reworded keeps its translation, which
 * is out of date until somebody says that it still holds or writes it anew.
 */
export function statusOf(draft: Draft, before: Status): Status {
  const status: Status = { completion: draft.completion };
  const outlook = outlookOf(draft);
  if (outlook) status.outlook = outlook;
  const reason = draft.reason.trim();
  if (reason) status.reason = reasonOf(draft, before);
  const links = draft.evidence.filter((row) => row.address.trim()).map(linkOf);
  if (links.length) status.evidence = links;
  return status;
}

/** Whether two statuses say the same, in whichever order their fields stand. */
export function sameStatus(a: Status, b: Status): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) =>
    it && typeof it === 'object' && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([x], [y]) => (x < y ? -1 : 1)))
      : it,
  );
}

/** Whether something was typed that the plan does not hold. */
export function isDirty(begun: Begun): boolean {
  const { draft, before } = begun;
  const answered = Object.values(draft.onBehalf).some((it) => it !== '');
  const halfTyped = draft.evidence.some((row) => !row.address.trim() && row.label.trim());
  return answered || halfTyped || !sameStatus(statusOf(draft, before), before);
}
