// What the shell's commands take and give. Domain types are those of
// `src-tauri/crates/domain`; the rest are the shell's.
import { invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';

export type Lang = 'en' | 'fr';
/** Words that Rust has put into both languages (dates, numbers, names). */
export type Pair = { en: string; fr: string };
export type Translation = 'missing' | 'draft' | 'stale' | 'approved' | 'same';
/** A bilingual text of the plan; an absent side is empty. */
export type Bilingual = { en?: string; fr?: string; source: Lang; state: Translation };

export type Completion = 'NS' | 'LP' | 'SP' | 'C' | 'NP';
export type Outlook = 'on_track' | 'at_risk' | 'off_track' | 'on_hold';
export type Link = { label?: Bilingual; en?: string; fr?: string };
export type Status = {
  completion: Completion;
  outlook?: Outlook;
  reason?: Bilingual;
  evidence?: Link[];
};

export type Role = 'reader' | 'lead' | 'secretariat' | 'co_chair';
export type RoleHeld = { role: Role; jurisdiction?: string; alternate?: boolean };
export type Actor = { name: string; roles: RoleHeld[] };
export type OnBehalf = { role: Role; jurisdiction: string; how: string; when: string };

export type Jurisdiction = {
  id: string;
  position: string;
  level: string;
  name: Bilingual;
  abbreviation: Bilingual;
};
export type Workplan = { id: string; title: Bilingual; note?: Bilingual };
export type Milestone = {
  id: string;
  priority: string;
  title: Bilingual;
  description?: Bilingual;
  status: Status;
};
/** Entities by kind (plural) and id. */
export type Plan = {
  jurisdictions: Record<string, Jurisdiction>;
  workplans: Record<string, Workplan>;
  milestones: Record<string, Milestone>;
} & Record<string, Record<string, { id: string }>>;
/** An entity with its kind. */
export type Entity = { kind: string; id: string } & Record<string, unknown>;

/** Ids of the changes that are current, by entity and journal field. */
export type Heads = Record<string, Record<string, string[]>>;

export type Card = {
  id: string;
  number: string;
  title: Bilingual;
  status: Status;
  /** When it is due, in words. */
  due?: Pair;
  /** When it was first due, in words, where that differs. */
  moved_from?: Pair;
  days_overdue?: number;
  /** The same in words ("Overdue by 14 days"). */
  overdue?: Pair;
  stale: boolean;
  /** When it last changed, in words ("3 days ago"). */
  changed?: Pair;
  /** The day of its last change, in words. */
  changed_on?: Pair;
  conflicted: boolean;
};
export type Column = {
  id: string;
  number: number;
  title: Bilingual;
  leads: Bilingual[];
  cards: Card[];
  progress: { id: string; text: Bilingual }[];
};
export type Board = {
  workplan: string;
  columns: Column[];
  counts: { completion: Completion; count: number }[];
  overdue: number;
  stale: number;
};

export type Header = {
  title: Bilingual;
  note?: Bilingual;
  /** The councils' name. */
  meeting?: Bilingual;
  /** The meeting's day, in words. */
  date?: Pair;
  /** How far off it is ("in 12 days"). */
  distance?: Pair;
  /** When approvals are due, in words. */
  approvals_due?: Pair;
};
export type ActionName = string;
export type View = {
  plan: Plan;
  board?: Board;
  header?: Header;
  heads: Heads;
  identity?: Actor;
  undo?: ActionName;
  redo?: ActionName;
};
export type Changes = {
  txn: string;
  action: ActionName;
  upserted: Entity[];
  removed: [string, string][];
  conflicts: [string, string][];
};
export type Patch = {
  changes: Changes;
  board?: Board;
  header?: Header;
  /** Heads of the touched entities. */
  heads: Heads;
  undo?: ActionName;
  redo?: ActionName;
};

export type Arg = { text: string } | { number: number } | { message: string };
export type Failure = { code: string; args: Record<string, Arg> };

export type Start = {
  stage: 'first_run' | 'ready' | 'failed';
  lang: Lang;
  store_path: string;
  identity?: Actor;
  /** In protocol order; the first run has no plan yet to take them from. */
  jurisdictions: Jurisdiction[];
  view?: View;
  failure?: Failure;
};
/** `remarks` are what to look at in the files: a text that does not fit, a missing glyph. */
export type Exported = { files: string[]; folder: string; remarks: Failure[] };
export type HistoryLine = {
  txn: string;
  when: Pair;
  who: Pair;
  what: Pair;
  reason?: string;
};
export type Hit = { kind: string; id: string; field: string; lang: Lang; text: string };
/** One of several current values of a field. */
export type FieldHead = { change: string; value: unknown; who?: Pair; when?: Pair };

/** The shell's commands, one function each; a refusal is thrown as a `Failure`. */
export const api = {
  start: () => invoke<Start>('start'),
  view: () => invoke<View>('view'),
  createPlan: (sample: boolean, identity: Actor, lang: Lang) =>
    invoke<View>('create_plan', { sample, identity, lang }),
  setIdentity: (identity: Actor) => invoke<void>('set_identity', { identity }),
  setLanguage: (lang: Lang) => invoke<void>('set_language', { lang }),
  setMilestoneStatus: (args: {
    milestone: string;
    status: Status;
    bases: Record<string, string[]>;
    on_behalf?: OnBehalf;
  }) => invoke<Patch>('set_milestone_status', args),
  act: (action: Record<string, unknown>) => invoke<Patch>('act', { action }),
  undo: () => invoke<Patch>('undo'),
  redo: () => invoke<Patch>('redo'),
  exportDeck: (langs: Lang[], final: boolean) =>
    invoke<Exported>('export_deck', { langs, final_: final }),
  exportFolder: () => invoke<string>('export_folder'),
  /** By the system's own dialog; nothing when that was cancelled. */
  chooseExportFolder: () => invoke<string | null>('choose_export_folder'),
  deckBlockers: (langs: Lang[]) => invoke<Failure[]>('deck_blockers', { langs }),
  openFolder: (folder: string) => invoke<void>('open_folder', { folder }),
  openLink: (address: string) => invoke<void>('open_link', { address }),
  history: (id?: string) => invoke<HistoryLine[]>('history', { id }),
  fieldHeads: (id: string) => invoke<Record<string, FieldHead[]>>('field_heads', { id }),
  search: (text: string) => invoke<Hit[]>('search', { text }),
  onPlanChanged: (then: (patch: Patch) => void): Promise<UnlistenFn> =>
    listen<Patch>('plan-changed', (event) => then(event.payload)),
  /** What went wrong unasked: a file gone, another plan asked for. */
  onFailure: (then: (failure: Failure) => void): Promise<UnlistenFn> =>
    listen<Failure>('failure', (event) => then(event.payload)),
};
