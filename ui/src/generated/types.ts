// What the shell's commands take and give. Written from the Rust types by the tests
// of src-tauri, which fail when this file is behind them; never edited by hand.

/** An achievement of a jurisdiction, in a cycle. */
export type Achievement = {
  /** Identifier. */
  id: Id,
  /** Its cycle. */
  cycle: Id,
  /** Its jurisdiction. */
  jurisdiction: Id,
  /** Order key among siblings. */
  position: string,
  /** What it says. */
  text: Bilingual,
  /** Addresses it points to. */
  links?: Array<Link>,
  /** Begun and not finished. */
  ongoing?: boolean,
  /** What it was carried over from. */
  carried_from?: Id, };

/** One action of a user, written as one transaction. */
export type Action = { "action": "set_milestone_status",
  /** The milestone. */
  milestone: Id,
  /** Its new status. */
  status: Status,
  /** Heads of `status` that the form showed. */
  bases: { [key in string]: Array<string> },
  /** The reason or a label was reworded, and its translation still holds. */
  holds?: boolean, } | { "action": "create",
  /** Its kind. */
  kind: Kind,
  /** Its id; a new one is made when it is absent. */
  id?: Id,
  /** Its fields, as plan JSON writes them. */
  fields: Record<string, unknown>, } | { "action": "edit",
  /** The entity. */
  id: Id,
  /**
   * The fields that change, as plan JSON writes them. One side of a
   * bilingual text is written alone as `title.fr` or, inside another
   * field, `status.reason.fr`, `links[0].label.fr`; `null` clears.
   */
  fields: Record<string, unknown>,
  /** Heads of those fields that the form showed. */
  bases: { [key in string]: Array<string> },
  /** The source text changed, now or before, and its translation still holds. */
  holds: boolean, } | { "action": "delete",
  /** The entity. */
  id: Id,
  /** Heads of `$deleted` that the form showed. */
  bases: { [key in string]: Array<string> }, } | { "action": "approve_translation",
  /** The entity. */
  id: Id,
  /**
   * The bilingual field (`title`), or the way to a text inside another
   * one (`status.reason`, `links[0].label`, `due.words`).
   */
  field: string,
  /**
   * Heads of both sides that the form showed; of the whole field for a
   * text inside one.
   */
  bases: { [key in string]: Array<string> }, } | { "action": "resolve",
  /** The entity. */
  id: Id,
  /** The journal field (`status`, `title.fr`). */
  field: string,
  /** What it shall hold. */
  value: unknown,
  /** All heads that were chosen between. */
  bases: { [key in string]: Array<string> }, } | { "action": "open_cycle" } & OpenCycle | { "action": "close_cycle",
  /** The cycle. */
  cycle: Id,
  /** Heads of `state` that the form showed. */
  bases: { [key in string]: Array<string> }, } | { "action": "reopen_cycle",
  /** The cycle. */
  cycle: Id,
  /** Heads of `state` that the form showed. */
  bases: { [key in string]: Array<string> }, } | { "action": "set_submission",
  /** The cycle. */
  cycle: Id,
  /** The jurisdiction. */
  jurisdiction: Id,
  /** `outstanding`, `draft`, `submitted` or `nothing_to_report`. */
  state: string,
  /** Heads of `state` that the form showed; none where nothing was recorded. */
  bases: { [key in string]: Array<string> }, } | { "action": "clear_item",
  /** The progress point, achievement or challenge. */
  item: Id,
  /** The jurisdiction. */
  jurisdiction: Id,
  /**
   * Digest of what was shown. Nobody clears words that they have not seen, so
   * another content than the present one is refused.
   */
  content: string, } | { "action": "withdraw_clearance",
  /** The clearance. */
  clearance: Id,
  /** Heads of `$deleted` that the form showed. */
  bases: { [key in string]: Array<string> }, } | { "action": "merge_challenges",
  /** The challenges, of one cycle. */
  challenges: Array<Id>,
  /** The new challenge's id; a new one is made when it is absent. */
  id?: Id,
  /** What it says. */
  text: Bilingual,
  /**
   * `named`, `anonymous` or `internal`. A named one names those whom its named
   * sources name, and nobody else.
   */
  attribution: string,
  /** Addresses that it points to; those of its sources when they are absent. */
  links?: Array<Link>, } | { "action": "issue_challenges" } | { "action": "carry_over",
  /** The cycle that it comes from. */
  from: Id,
  /** The cycle that it goes to. */
  to: Id,
  /**
   * Only challenges that name nobody or keep their origins for the secretariat's
   * eyes, which travel apart; without it, everything but those.
   */
  confidential: boolean, } | { "action": "add_lead",
  /** The priority. */
  priority: Id,
  /** The jurisdiction. */
  jurisdiction: Id,
  /** Its first day; from the start when it is absent. */
  from?: string,
  /** Its place among the leads, from 1; the last when it is absent. */
  place?: number,
  /** Heads of `leads` that the form showed. */
  bases: { [key in string]: Array<string> }, } | { "action": "end_lead",
  /** The priority. */
  priority: Id,
  /** The jurisdiction. */
  jurisdiction: Id,
  /** Its last day. */
  to: string,
  /** Heads of `leads` that the form showed. */
  bases: { [key in string]: Array<string> }, } | { "action": "close_plan",
  /** The workplan. */
  workplan: Id,
  /** The lessons of priorities that have none yet. */
  lessons: { [key in Id]: Bilingual },
  /** Heads of `state` that the form showed. */
  bases: { [key in string]: Array<string> }, } | { "action": "reopen_plan",
  /** The workplan. */
  workplan: Id,
  /** Why. */
  reason: string,
  /** Heads of `state` that the form showed. */
  bases: { [key in string]: Array<string> }, } | { "action": "clone_plan",
  /** The workplan that it follows. */
  workplan: Id,
  /** The new workplan's id; a new one is made when it is absent. */
  id?: Id,
  /** Its title. */
  title: Bilingual,
  /** Its first day. */
  starts?: string,
  /** Its last day. */
  ends?: string, } | { "action": "redact",
  /** The entity. */
  id: Id,
  /** The field, or one side of a bilingual text (`title`, `title.fr`). */
  field: string,
  /** Which of its changes; all of them when none is named. */
  changes: Array<string>, } | { "action": "approve_deck",
  /** The cycle. */
  cycle: Id,
  /** The jurisdiction whose chair it is. */
  jurisdiction: Id,
  /**
   * Hash of what was seen. Nobody approves what they have not seen, so another
   * content than the present one is refused.
   */
  content: string, } | { "action": "withdraw_approval",
  /** The cycle. */
  cycle: Id,
  /** The jurisdiction whose chair it is. */
  jurisdiction: Id, } | { "action": "undo" } | { "action": "redo" };

/** The names under which actions stand in the journal. */
export type ActionName = "install_jurisdictions" | "install_sample" | "import" | "create" | "edit" | "delete" | "set_milestone_status" | "approve_translation" | "resolve" | "open_cycle" | "close_cycle" | "reopen_cycle" | "set_submission" | "clear_item" | "withdraw_clearance" | "merge_challenges" | "issue_challenges" | "carry_over" | "add_lead" | "end_lead" | "close_plan" | "reopen_plan" | "clone_plan" | "approve_deck" | "withdraw_approval" | "table_deck" | "undo" | "redo" | "newer" | "redact" | "restore";

/** Who does something: a name, and the roles that this person holds. */
export type Actor = {
  /** The person's name as history shows it; empty for an office without a name. */
  name: string,
  /** All roles held; of somebody who acts or reads, those of that day. See [`Actor::on`]. */
  roles: Array<RoleHeld>, };

/** A co-chair's approval of what the deck of a cycle shows. */
export type Approval = {
  /** Identifier. */
  id: Id,
  /** The cycle. */
  cycle: Id,
  /** Whose chair it is. */
  jurisdiction: Id,
  /** Hash of what was approved; other content voids it. */
  content: string,
  /** The moment of the journal that was approved. */
  at: Vector, };

/** Something that words are about. */
export type Arg = { "text": string } | { "number": number } | { "pair": {
    /** In English. */
    en: string,
    /** In French. */
    fr: string, } } | { "message": string };

/** One backup, as its name tells of it. */
export type Backup = {
  /** The name of its file. */
  name: string,
  /** When it was made. */
  taken_at: string,
  /** Which one of those of that second, from 1. */
  serial: number,
  /** Why it was made. */
  why: Why,
  /** Its size in bytes. */
  bytes: number, };

/** A backup, with its moment and its reason in words. */
export type BackupLine = {
  /** The backup. */
  backup: Backup,
  /** When it was made. */
  when: Pair,
  /** Why. */
  why: Pair, };

/** A text in both languages. */
export type Bilingual = {
  /** English; empty when there is none. */
  en?: string,
  /** French; empty when there is none. */
  fr?: string,
  /** The side that was written first; the other is its translation. */
  source: Lang,
  /** The state of the other side. */
  state: Translation, };

/** The board of the current workplan. */
export type Board = {
  /** The workplan shown. */
  workplan: Id,
  /** One column per priority, in order. */
  columns: Array<Column>,
  /** Milestones by completion. */
  counts: Array<CompletionCount>,
  /** Milestones that are overdue. */
  overdue: number,
  /** Open milestones without news in this cycle. */
  stale: number, };

/** A milestone as a card. */
export type Card = {
  /** The milestone. */
  id: Id,
  /** Its number as people see it: `2.1`. */
  number: string,
  /** Its title. */
  title: Bilingual,
  /** Its status. */
  status: Status,
  /** When it is due. */
  due?: Pair,
  /** When it was first due, where that differs. */
  moved_from?: Pair,
  /** Days since its due period ended, on an open milestone. */
  days_overdue?: number,
  /** The same in words: `Overdue by 12 days`. */
  overdue?: Pair,
  /** Open, and without news in this cycle. */
  stale: boolean,
  /** When it last changed, seen from today: `3 days ago`. */
  changed?: Pair,
  /** The day of its last change. */
  changed_on?: Pair,
  /** A field of it has several heads, between which somebody must choose. */
  conflicted: boolean,
  /** It was reported complete to the councils and is not: they are owed a correction. */
  to_correct: boolean, };

/** What came of carrying a cycle over. */
export type CarriedOver = {
  /** What it changed. */
  patch: Patch,
  /** How many challenges were left behind, and who carries them, where there are any. */
  left?: Pair, };

/** A chair of the group, as it is filled on a day. */
export type Chair = {
  /** Whose chair it is. */
  jurisdiction: Id,
  /** Those who hold it; nobody while it is vacant. */
  holders: Array<Id>,
  /** Those who may stand in. */
  alternates: Array<Id>, };

/** What a chair has said. */
export type ChairStanding = {
  /** The chair. */
  chair: Chair,
  /** Where its approval stands. */
  standing: Standing,
  /**
   * What the deck says otherwise than what was approved, a sentence each; empty unless
   * the approval is void.
   */
  changed: Array<Pair>,
  /** What was approved cannot be shown here, so that not all that changed is known. */
  unknown: boolean, };

/** A challenge; `jurisdictions` are named in the deck, `origins` are for the secretariat alone. */
export type Challenge = {
  /** Identifier. */
  id: Id,
  /** Its cycle. */
  cycle: Id,
  /** Order key among siblings. */
  position: string,
  /** What it says. */
  text: Bilingual,
  /** `named`, `anonymous` or `internal`. */
  attribution: string,
  /** Addresses it points to. */
  links?: Array<Link>,
  /** Whom it names. */
  jurisdictions?: Array<Id>,
  /** Where it came from; for the secretariat alone. */
  origins?: Array<Id>,
  /** The challenges that it was merged from. */
  merged_from?: Array<Id>,
  /** Resolved: it is not carried over. */
  done?: boolean,
  /** What it was carried over from. */
  carried_from?: Id, };

/** The outcome of one transaction, or of several together. */
export type Changes = {
  /** The transaction. */
  txn: string,
  /** What was done. */
  action: ActionName,
  /** When, by the clock of whoever did it. */
  made_at: string,
  /** Entities that are new or different, as they now stand. */
  upserted: Array<Entity>,
  /** Entities that are no longer there. */
  removed: Array<[Kind, Id]>,
  /** For every entity touched: the heads of all its journal fields. */
  heads: { [key in Id]: { [key in string]: Array<string> } },
  /**
   * Fields touched that now have several heads: the entity and the journal field;
   * `$deleted` for what somebody deleted and somebody else worked on at the same time.
   */
  conflicts: Array<[Id, string]>,
  /** Where it was a redaction: what became of the files around the plan. */
  scrubbed?: Scrubbed, };

/** What a check of the whole file and of the plan found. */
export type Checked = {
  /** How many transactions were verified. */
  transactions: number,
  /** How many entities there are. */
  entities: number,
  /** Everything that is damaged, lost or to be settled; nothing when all is well. */
  found: Array<Failure>, };

/** A jurisdiction's word that an item which names it may be shown as it reads. */
export type Clearance = {
  /** Identifier. */
  id: Id,
  /** The progress point, achievement or challenge. */
  item: Id,
  /** Whose word it is. */
  jurisdiction: Id,
  /** Digest of what was shown when it was given; other content voids it. */
  content: string, };

/** Whether a jurisdiction has cleared an item. */
export type Clearing = "cleared" | "outdated" | "missing";

/** That a workplan was closed. */
export type Closing = {
  /** Identifier. */
  id: Id,
  /** The workplan. */
  workplan: Id,
  /** The day on which it was closed. */
  closed_on: string,
  /** The moment of the journal that was closed; what arrives later is late. */
  at: Vector, };

/** A priority as a column. */
export type Column = {
  /** The priority. */
  id: Id,
  /** Its number as people see it, from 1. */
  number: number,
  /** Its title. */
  title: Bilingual,
  /** Abbreviations of those who lead it today, in the group's own order. */
  leads: Array<Bilingual>,
  /** Its milestones, in order. */
  cards: Array<Card>,
  /** What will be reported in this cycle. */
  progress: Array<ProgressLine>, };

/**
 * How far a milestone has come, in the vocabulary of the federal action-plan
 * tracker; set by co-chairs.
 */
export type Completion = "NS" | "LP" | "SP" | "C" | "NP";

/** How many milestones stand at a completion. */
export type CompletionCount = {
  /** The completion. */
  completion: Completion,
  /** How many. */
  count: number, };

/** The reporting cycle of a council meeting. */
export type Cycle = {
  /** Identifier. */
  id: Id,
  /** Its meeting. */
  meeting: Id,
  /** When it opens. */
  opens?: string,
  /** When submissions are due. */
  submissions_due?: string,
  /** When approvals are due. */
  approvals_due?: string,
  /** Where it stands, as a code of the registry. */
  state: string, };

/** What a deck shows, and which chairs have approved it. */
export type DeckApprovals = {
  /** The cycle that it reports on. */
  cycle: Id,
  /** Hash of what it shows now: what an approval names. */
  content: string,
  /** Whether every chair has approved, and there is one. */
  complete: boolean,
  /** The chairs, in protocol order; none when the plan records no co-chair. */
  chairs: Array<ChairStanding>,
  /**
   * How many places are here without their content, which was not issued either: the
   * deck may show more elsewhere, and nothing is approved here.
   */
  unseen: number,
  /** What other governments do not have as it stands here, for who may know. */
  unissued: Array<Unissued>, };

/** A field of which several versions stand. */
export type Disputed = {
  /** Kind of the entity. */
  kind: Kind,
  /** The entity. */
  id: Id,
  /** What it is called. */
  title?: Bilingual,
  /** The journal field; `$deleted` when somebody worked on what somebody deleted. */
  field: string,
  /** The versions, the one that is shown first. */
  versions: Array<DisputedVersionLine>, };

/** One of several versions, in words. */
export type DisputedVersionLine = {
  /** The change that says so. */
  change: string,
  /** What the field holds when it is chosen. */
  value: unknown,
  /** Who said so, when, what and why. */
  said: HistoryLine, };

/** A field that holds the same words, or has held them. */
export type Elsewhere = {
  /** Of which kind of thing. */
  kind: Kind,
  /** Of which one. */
  id: Id,
  /** The field, as it is named to redact it. */
  field: string,
  /** Whether they stand there now, and not only in the history. */
  now: boolean, };

/** One entity of any kind. */
export type Entity = { "kind": "jurisdiction" } & Jurisdiction | { "kind": "person" } & Person | { "kind": "workplan" } & Workplan | { "kind": "priority" } & Priority | { "kind": "milestone" } & Milestone | { "kind": "meeting" } & Meeting | { "kind": "cycle" } & Cycle | { "kind": "submission" } & Submission | { "kind": "progress" } & Progress | { "kind": "achievement" } & Achievement | { "kind": "challenge" } & Challenge | { "kind": "event" } & Event | { "kind": "figure" } & Figure | { "kind": "outcome" } & Outcome | { "kind": "resolution" } & Resolution | { "kind": "slide" } & Slide | { "kind": "point" } & Point | { "kind": "next_step" } & NextStep | { "kind": "term" } & Term | { "kind": "clearance" } & Clearance | { "kind": "approval" } & Approval | { "kind": "tabled_deck" } & TabledDeck | { "kind": "closing" } & Closing | { "kind": "issuance" } & Issuance;

/** An event reported in a cycle. */
export type Event = {
  /** Identifier. */
  id: Id,
  /** Its cycle. */
  cycle: Id,
  /** Order key among siblings. */
  position: string,
  /** Title. */
  title: Bilingual,
  /** Where. */
  place?: Bilingual,
  /** First day. */
  starts?: PlanDate,
  /** Last day. */
  ends?: PlanDate,
  /** Heading over its points. */
  points_heading?: Bilingual,
  /** Title of its results slide. */
  outcomes_title?: Bilingual, };

/** Which decks to export. */
export type ExportRequest = {
  /** Languages, one deck each; several come whole or not at all. */
  langs: Array<Lang>,
  /** A final deck, not a draft (`final` is a reserved word in Rust). */
  final_: boolean,
  /** The folder; absent, the one that was used last. */
  folder?: string,
  /** Drafts as they would have been at this moment; absent, of the plan as it stands. */
  as_of?: string,
  /** The cycle whose decks they are; absent, the one that is being prepared. */
  cycle?: Id,
  /** Other files that stand there may go: somebody was asked. */
  replace?: boolean, };

/** The deck files that were written. */
export type Exported = {
  /** Their names. */
  files: Array<string>,
  /** The folder they are in, as it can be shown and handed back. */
  folder: string,
  /** What to look at in them: a character without a glyph, a text that does not fit. */
  remarks: Array<Failure>, };

/** A failure that a user is told about. */
export type Failure = {
  /** Key of the message: `failure-` and what happened. */
  code: string,
  /** What the message is about. */
  args: { [key in string]: Arg }, };

/** One of several current values of a field. */
export type FieldHead = {
  /** The change that says so. */
  change: string,
  /** What it says the field holds. */
  value: unknown,
  /** Who said so. */
  who?: Pair,
  /** When. */
  when?: Pair, };

/** A headline figure of an event. */
export type Figure = {
  /** Identifier. */
  id: Id,
  /** Its event. */
  event: Id,
  /** Order key among siblings. */
  position: string,
  /** The number. */
  value: number,
  /** The number is a lower bound: "more than". */
  more_than?: boolean,
  /** What is counted. */
  label: Bilingual, };

/** A file that differs between two tabled decks. */
export type FileDifference = {
  /** Its name. */
  name: string,
  /** As it was in the earlier one; absent when it was not there. */
  before?: KeptFile,
  /** As it is in the later one; absent when it is not there. */
  after?: KeptFile, };

/** One thing that looks wrong. */
export type Finding = {
  /** Kind of the entity. */
  kind: Kind,
  /** The entity. */
  id: Id,
  /** Where in it the text stands: `title`, `status.reason`, `links[0].label`. */
  field: string,
  /** The language of the text. */
  lang: Lang,
  /** The text. */
  text: string,
  /** The first character of the place, counted from 0. */
  start: number,
  /** The first character after it. */
  end: number,
  /** What looks wrong there, for words. */
  what: Failure,
  /** What could stand there instead. */
  offered?: string, };

/** What was found, best first. */
export type Found = {
  /** The first of the texts. */
  hits: Array<Hit>,
  /** Whether there are more than these. */
  more: boolean, };

/** A current change of a field. */
export type Head = {
  /** The change. */
  change: string,
  /** What it says the field holds. */
  value: JsonValue, };

/** What stands over every room: the plan and the meeting that it is prepared for. */
export type Header = {
  /** The workplan. */
  title: Bilingual,
  /** A remark on it (the sample says here that it is one). */
  note?: Bilingual,
  /** The meeting that is being prepared. */
  meeting?: Bilingual,
  /** Its day. */
  date?: Pair,
  /** How far off it is: `in 11 days`. */
  distance?: Pair,
  /** The day by which approvals are due. */
  approvals_due?: Pair, };

/** History, or a part of it. */
export type History = {
  /** One line a transaction, newest first. */
  lines: Array<HistoryLine>,
  /** Whom it is told to, where something was done and nothing of it is told to the user. */
  withheld?: Pair, };

/** One change, for people. */
export type HistoryChange = {
  /** Kind of the entity. */
  kind: Kind,
  /** The entity. */
  id: Id,
  /** What the entity is called now. */
  title?: Bilingual,
  /** The journal field: `status`, `title.fr`, `$create`, `$deleted`. */
  field: string,
  /** What it held before; null when it held nothing. */
  before: JsonValue,
  /** What it held afterwards; null when it was emptied or redacted. */
  after: JsonValue,
  /** Whether what it held afterwards was destroyed since. */
  redacted?: boolean, };

/** One transaction, in words. */
export type HistoryLine = {
  /** The transaction. */
  txn: string,
  /**
   * Its place in the order in which this store learnt of things: where the next page
   * begins.
   */
  local_n: number,
  /** When, by the clock of whoever made it. */
  when: Pair,
  /** Who, and for whom. */
  who: Pair,
  /** What was done, to what. */
  what: Pair,
  /** Why, in the actor's words. */
  reason?: string, };

/** Which part of history is asked for. */
export type HistoryRequest = {
  /** What was done to everything below the entity, too. */
  with_children?: boolean,
  /** Only what was done after this moment. */
  from?: string,
  /** Only what was done up to this moment. */
  to?: string,
  /** Only what comes before the line with this number: the last one of a page. */
  before?: number,
  /** At most so many lines. */
  limit?: number, };

/** A text that was found. */
export type Hit = {
  /** Kind of the entity. */
  kind: Kind,
  /** The entity. */
  id: Id,
  /**
   * Where in it the text stands: `title`, `status.reason`, `links[0].label`; `number`
   * for a priority or milestone that goes by the number sought.
   */
  field: string,
  /** The language of the text, where it has one. */
  lang?: Lang,
  /** The text. */
  text: string,
  /**
   * Where in it the words sought stand: each the number of its first character, from
   * 0, and of the first character after it.
   */
  marks: Array<[number, number]>, };

/**
 * An entity's identifier: 1 to 64 of `A-Z a-z 0-9 . _ -`, beginning with a
 * letter or digit. New entities get a random UUID; jurisdictions and the sample have
 * readable ones (`CA-ON`, `milestone-2-1`).
 */
export type Id = string;

/** What bringing a plan file in did, or would do. */
export type Imported = {
  /** Entities that were not there, in the order of plan JSON. */
  created: Array<[Kind, Id]>,
  /** Entities that were different, in the order of plan JSON. */
  edited: Array<[Kind, Id]>,
  /** What changes in those that were different, as far as the user may see it. */
  differences: Array<HistoryChange>,
  /** How many entities were the same. */
  unchanged: number,
  /** What changed in the plan; absent when nothing did, or when it was only tried. */
  patch?: Patch, };

/**
 * That the secretariat issued anew, in its own name, what others could not see because
 * its author would tell where it came from.
 */
export type Issuance = {
  /** Identifier. */
  id: Id,
  /**
   * The moment of the journal up to which nothing that a deck can show is kept from
   * other stores. It does not say which words stood in which place.
   */
  at: Vector, };
export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/** A government or municipal group; its id is its code (`CA-ON`), its order the protocol order. */
export type Jurisdiction = {
  /** Identifier. */
  id: Id,
  /** Order key among siblings. */
  position: string,
  /** `federal`, `provincial`, `territorial` or `municipal`. */
  level: string,
  /** Name. */
  name: Bilingual,
  /** Abbreviation as the deck shows it. */
  abbreviation: Bilingual, };

/** A file whose bytes the store keeps. */
export type KeptFile = {
  /** Its name when it was handed over. */
  name: string,
  /** SHA-256 of its bytes, in 64 hexadecimal digits. */
  digest: string,
  /** Its size in bytes. */
  size: number, };

/** A kind of entity. */
export type Kind = "jurisdiction" | "person" | "workplan" | "priority" | "milestone" | "meeting" | "cycle" | "submission" | "progress" | "achievement" | "challenge" | "event" | "figure" | "outcome" | "resolution" | "slide" | "point" | "next_step" | "term" | "clearance" | "approval" | "tabled_deck" | "closing" | "issuance";

/** One of the two official languages of every plan. */
export type Lang = "en" | "fr";

/**
 * One lead jurisdiction of a priority. The order of a priority's leads is the
 * group's own and is never sorted.
 */
export type Lead = {
  /** The jurisdiction. */
  jurisdiction: Id,
  /** First day, when it did not lead from the start. */
  from?: string,
  /** Last day, when it no longer leads. */
  to?: string, };

/** What is left open in a plan. */
export type LeftOpen = {
  /** Its reporting cycles that are open, by the days of their meetings. */
  cycles: Array<Id>,
  /**
   * How many of its milestones are neither complete nor given up, and were not taken along
   * into the plan that follows.
   */
  milestones: number, };

/** Where one thing comes from, and what became of it. */
export type Lineage = {
  /** What it was carried over from, the nearest first, up to the first one. */
  carried_from: Array<Id>,
  /** What it was carried over to, directly. */
  carried_to: Array<Id>,
  /** The challenges that it was merged from. */
  merged_from: Array<Id>,
  /** The challenges that it was merged into. */
  merged_into: Array<Id>, };

/** A link with an address per language; one of the two may be absent. */
export type Link = {
  /** What is shown in place of the address. */
  label?: Bilingual,
  /** The English page's address, as it was typed (it may hold accents). */
  en?: string,
  /** The French page's address, as it was typed. */
  fr?: string, };

/** A council meeting. */
export type Meeting = {
  /** Identifier. */
  id: Id,
  /** Its workplan. */
  workplan: Id,
  /** Name. */
  name: Bilingual,
  /** The day. */
  date: string,
  /** Where. */
  place?: Bilingual, };

/** A milestone of a priority. */
export type Milestone = {
  /** Identifier. */
  id: Id,
  /** Its priority. */
  priority: Id,
  /** Order key among siblings. */
  position: string,
  /** Title. */
  title: Bilingual,
  /** What it consists of. */
  description?: Bilingual,
  /** Completion, outlook, reason and evidence. */
  status: Status,
  /** When it was first due. */
  baseline_due?: PlanDate,
  /** When it is due now. */
  due?: PlanDate,
  /** What it was carried over from. */
  carried_from?: Id, };

/** What a transaction waits for. */
export type Need = { "transaction": {
    /** The device. */
    device: string,
    /** Its place in that device's chain. */
    seq: number, } } | { "change": string } | { "entity": string };

/** A next step; under another when it has a parent. */
export type NextStep = {
  /** Identifier. */
  id: Id,
  /** Its cycle. */
  cycle: Id,
  /** The next step it stands under. */
  parent?: Id,
  /** Order key among siblings. */
  position: string,
  /** What it says. */
  text: Bilingual,
  /** When. */
  when?: PlanDate,
  /** Done: it is not carried over. */
  done?: boolean,
  /** What it was carried over from. */
  carried_from?: Id, };

/** See [`super::Action::OpenCycle`]. */
export type OpenCycle = {
  /** The cycle's id; a new one is made when it is absent. */
  id?: Id,
  /** The meeting; a new one when it is absent, which needs the next three. */
  meeting?: Id,
  /** The plan that the new meeting is about. */
  workplan?: Id,
  /** The new meeting's name. */
  name?: Bilingual,
  /** The new meeting's day. */
  date?: string,
  /** Where the new meeting is. */
  place?: Bilingual,
  /** When the cycle opens; eight weeks before the meeting when it is absent. */
  opens?: string,
  /** When submissions are due; six weeks before. */
  submissions_due?: string,
  /** When approvals are due; two weeks before. */
  approvals_due?: string, };

/** A group of results of an event: one column of its results slide. */
export type Outcome = {
  /** Identifier. */
  id: Id,
  /** Its event. */
  event: Id,
  /** Order key among siblings. */
  position: string,
  /** Title. */
  title: Bilingual, };

/** How an open milestone looks. */
export type Outlook = "on_track" | "at_risk" | "off_track" | "on_hold";

/** What is left open in a reporting cycle. */
export type Outstanding = {
  /** Jurisdictions of which something is still expected, in protocol order. */
  expected: Array<Id>,
  /** How many clearances are missing, as far as whoever asks may know. */
  uncleared: number,
  /** How many things are unfinished and not carried over. */
  unfinished: number,
  /** The cycle into which they can be carried over: the next one that is open. */
  next?: Id, };

/** Words that are ready in both languages, so that switching needs no command. */
export type Pair = {
  /** English. */
  en: string,
  /** French. */
  fr: string, };

/** The plan as of a moment. It is looked at and not written to. */
export type Past = {
  /** The moment, by its name. */
  moment: Pair,
  /** Every entity. */
  plan: Plan,
  /** The board; absent where there was no workplan. */
  board?: Board,
  /** What stands over every room; absent where there was no workplan. */
  header?: Header, };

/** What one transaction changed, or several of others, and all that is computed from the plan, anew. */
export type Patch = {
  /** Entities as they now stand, and those that are gone. */
  changes: Changes,
  /** The board as it now stands. */
  board?: Board,
  /** What stands over every room. */
  header?: Header,
  /** Heads of the entities that were touched. */
  heads: Record<string, Record<string, string[]>>,
  /** What undo would now take back. */
  undo?: ActionName,
  /** What redo would now do again. */
  redo?: ActionName, };

/** Somebody of the working group, with the roles held. */
export type Person = {
  /** Identifier. */
  id: Id,
  /** Name. */
  name: string,
  /** Title. */
  title?: Bilingual,
  /** Address for mail. */
  email?: string,
  /** Roles held. */
  roles?: Array<RoleHeld>, };

/**
 * Every entity that is not deleted, by kind and id: what the board shows, what a
 * deck is composed from. Serialised, each kind is an object from id to entity.
 */
export type Plan = {
  /** A government or municipal group; its id is its code (`CA-ON`), its order the protocol order. */
  jurisdictions: { [key in string]: Jurisdiction },
  /** Somebody of the working group, with the roles held. */
  people: { [key in string]: Person },
  /** A plan: its own dates (not a fiscal year), its languages, its group. */
  workplans: { [key in string]: Workplan },
  /** A priority of a workplan; its number is its place among its siblings. */
  priorities: { [key in string]: Priority },
  /** A milestone of a priority. */
  milestones: { [key in string]: Milestone },
  /** A council meeting. */
  meetings: { [key in string]: Meeting },
  /** The reporting cycle of a council meeting. */
  cycles: { [key in string]: Cycle },
  /** What a jurisdiction submitted in a cycle. */
  submissions: { [key in string]: Submission },
  /** A progress point of a priority, in a cycle. */
  progress: { [key in string]: Progress },
  /** An achievement of a jurisdiction, in a cycle. */
  achievements: { [key in string]: Achievement },
  /** A challenge; `jurisdictions` are named in the deck, `origins` are for the secretariat alone. */
  challenges: { [key in string]: Challenge },
  /** An event reported in a cycle. */
  events: { [key in string]: Event },
  /** A headline figure of an event. */
  figures: { [key in string]: Figure },
  /** A group of results of an event: one column of its results slide. */
  outcomes: { [key in string]: Outcome },
  /** A resolution adopted, listed under a group of results. */
  resolutions: { [key in string]: Resolution },
  /** A narrative slide. */
  slides: { [key in string]: Slide },
  /** A bullet of an event, of a group of results or of a narrative slide. */
  points: { [key in string]: Point },
  /** A next step; under another when it has a parent. */
  next_steps: { [key in string]: NextStep },
  /** A term of the glossary. */
  terms: { [key in string]: Term },
  /** A jurisdiction's word that an item which names it may be shown. */
  clearances: { [key in string]: Clearance },
  /** A co-chair's approval of what a council deck shows. */
  approvals: { [key in string]: Approval },
  /** A deck as it was tabled. */
  tabled_decks: { [key in string]: TabledDeck },
  /** That a workplan was closed. */
  closings: { [key in string]: Closing },
  /** That the secretariat issued anew what others could not see. */
  issuances: { [key in string]: Issuance }, };

/**
 * A date as precise as people know it. In files: `"2019-05-29"`, `"2019-05"`,
 * `"2019-Q4"`, `"2019-fall"`, `"2019"`, or `{"words": {…}}`.
 */
export type PlanDate = string | {
  /** Both languages. */
  words: Bilingual, };

/** A bullet of an event, of a group of results or of a narrative slide. */
export type Point = {
  /** Identifier. */
  id: Id,
  /** What it stands under. */
  owner: Id,
  /** Order key among siblings. */
  position: string,
  /** What it says. */
  text: Bilingual,
  /** Addresses it points to. */
  links?: Array<Link>, };

/** A priority of a workplan; its number is its place among its siblings. */
export type Priority = {
  /** Identifier. */
  id: Id,
  /** Its workplan. */
  workplan: Id,
  /** Order key among siblings. */
  position: string,
  /** Title. */
  title: Bilingual,
  /** Who leads it, in the group's own order. */
  leads?: Array<Lead>,
  /** Lessons learned, when the plan is closed. */
  lessons?: Bilingual,
  /** What it was carried over from. */
  carried_from?: Id, };

/** A progress point of a priority, in a cycle. */
export type Progress = {
  /** Identifier. */
  id: Id,
  /** Its priority. */
  priority: Id,
  /** Its cycle. */
  cycle: Id,
  /** The milestone that it is about. */
  milestone?: Id,
  /** Its jurisdiction. */
  jurisdiction?: Id,
  /** Order key among siblings. */
  position: string,
  /** What it says. */
  text: Bilingual,
  /** Finished: it is not carried over. */
  done?: boolean,
  /** What it was carried over from. */
  carried_from?: Id, };

/** A progress point under a column. */
export type ProgressLine = {
  /** The progress point. */
  id: Id,
  /** What it says. */
  text: Bilingual, };

/** What came of taking a package in. */
export type Reception = {
  /** How many transactions were taken in. */
  applied: number,
  /** Of how many that were here something was withheld that has come now. */
  completed: number,
  /** How many were here already. */
  known: number,
  /** How many places are kept whose content is not for this store to see. */
  stubs: number,
  /** How many changes only a newer version can show. */
  newer: number,
  /** How many files of tabled decks came with it. */
  files: number,
  /** Everything that waits now. */
  waiting: Array<Waiting>,
  /** Whom to ask for what that waits for. */
  asks: Array<Failure>,
  /** What was refused, and the way out. */
  refused: Array<Failure>,
  /** The new device of this file, when another file writes as the one it had. */
  renewed?: Renewed,
  /** What refers now to something that was deleted and did not before, with the ways out. */
  orphans: Array<Failure>,
  /**
   * The fields that have several versions now, or would have: the entity and the journal
   * field, `$deleted` for what somebody deleted and somebody else worked on.
   */
  conflicts: Array<[Id, string]>,
  /**
   * What was written for a closed plan or cycle without knowing that it was closed, as
   * far as that is known only now.
   */
  late: Array<Failure>,
  /** What became of the files around the plan, where a redaction came with it. */
  scrubbed?: Scrubbed,
  /** What changed in the plan; absent when nothing did, or when it was only tried. */
  patch?: Patch, };

/** What came of a redaction. */
export type Redaction = {
  /** What it changed. */
  patch: Patch,
  /** What became of the backups, and what a person still has to look at. */
  scrubbed: Scrubbed,
  /** Where else the same words stand or stood. */
  elsewhere: Array<Elsewhere>, };

/** Why a command was refused: a [`Failure`], and what it consists of. */
export type Refused = {
  /** What that sentence counts, one by one. */
  details?: Array<Failure>,
  /** Key of the message: `failure-` and what happened. */
  code: string,
  /** What the message is about. */
  args: { [key in string]: Arg }, };

/**
 * From where on what this file wrote is issued anew, sent or not: what a refusal of
 * another store names.
 */
export type Reissue = {
  /** The device as which it was written. */
  device: string,
  /** The first place in that device's chain. */
  seq: number,
  /**
   * Also where this file has pinned moments that name these places: looking back at
   * them then shows what the other file wrote there.
   */
  pinned: boolean, };

/** What came of taking a new device. */
export type Renewed = {
  /** The new device. */
  device: string,
  /** How many transactions were issued anew. */
  reissued: number, };

/** A resolution adopted, listed under a group of results. */
export type Resolution = {
  /** Identifier. */
  id: Id,
  /** Its group of results. */
  outcome: Id,
  /** Order key among siblings. */
  position: string,
  /** Title. */
  title: Bilingual, };

/** A role in the working group. */
export type Role = "reader" | "lead" | "secretariat" | "co_chair";

/** A role held for a jurisdiction, as recorded for a person. */
export type RoleHeld = {
  /** The role. */
  role: Role,
  /** The jurisdiction; the secretariat and readers may have none. */
  jurisdiction?: Id,
  /** A co-chair's alternate. */
  alternate?: boolean,
  /** First day. */
  from?: string,
  /** Last day. */
  to?: string, };

/** What became of the files around a redaction. */
export type Scrubbed = {
  /** The names of backups that were written anew without it. */
  backups: Array<string>,
  /**
   * The names of backups that are too damaged to be written anew: a person looks at
   * them, and deletes them. A check names them until then.
   */
  left: Array<string>,
  /**
   * The names of files of tabled decks, which are kept to the byte: a person judges
   * whether it stands in them.
   */
  kept_files: Array<string>,
  /**
   * The plan is without it, and the rest could not be cleaned now, mostly since another
   * program is reading: that is done when the store is next opened.
   */
  later: boolean, };

/** A package that was written. */
export type Sent = {
  /** Its file. */
  path: string,
  /** How many transactions it holds. */
  transactions: number,
  /** How many of them only keep their places, their content being for others. */
  stubs: number,
  /** How many files of tabled decks go with them. */
  files: number, };

/** Differences of one kind. */
export type SinceBlock = {
  /** Which. */
  group: SinceGroup,
  /** Its heading. */
  title: Pair,
  /** One line a difference. */
  lines: Array<SinceLine>, };

/** What a difference is told among, in the order in which they are told. */
export type SinceGroup = "to_correct" | "completed" | "slipped" | "rescheduled" | "regressed" | "new" | "dropped" | "restated" | "moved" | "silent" | "leads" | "translations" | "otherwise";

/** One difference. */
export type SinceLine = {
  /** Kind of the entity. */
  kind: Kind,
  /** The entity. */
  id: Id,
  /** In words. */
  text: Pair, };

/** What is different between two moments. */
export type SinceView = {
  /** The first, by its name. */
  from: Pair,
  /** The second. */
  to: Pair,
  /** The kinds of differences that there are. */
  groups: Array<SinceBlock>, };

/** A narrative slide. */
export type Slide = {
  /** Identifier. */
  id: Id,
  /** Its workplan. */
  workplan: Id,
  /** Order key among siblings. */
  position: string,
  /** What the slide is for, as a code of the registry. */
  role: string,
  /** Title. */
  title: Bilingual,
  /** Sentence before its points. */
  lead_in?: Bilingual, };

/** Where the window begins. */
export type Stage = "first_run" | "ready" | "failed";

/** What a chair has said of a deck. */
export type Standing = "approved" | "missing" | "void";

/** Everything that the window needs to begin. */
export type Start = {
  /** Which of its beginnings the window shows. */
  stage: Stage,
  /** The language of the window. */
  lang: Lang,
  /** The plan's file, as it can be shown. */
  store_path: string,
  /** Who the user says to be. */
  identity?: Actor,
  /** In protocol order; for the first run, which has no plan to take them from. */
  jurisdictions: Array<Jurisdiction>,
  /** What to show, when ready. */
  view?: View,
  /** Why it failed. */
  failure?: Failure,
  /** What can be done about it. */
  ways_out?: Array<WayOut>,
  /** Why the plan can only be looked at, when ready. */
  notice?: Failure, };

/**
 * Completion, outlook, reason and evidence: one field, because no rule can judge
 * one of them alone.
 */
export type Status = {
  /** How far it has come. */
  completion: Completion,
  /** How it looks; open milestones only. */
  outlook?: Outlook,
  /** Why it stands so. */
  reason?: Bilingual,
  /** What shows that it is done. */
  evidence?: Array<Link>, };

/** What a jurisdiction submitted in a cycle. */
export type Submission = {
  /** Identifier. */
  id: Id,
  /** Its cycle. */
  cycle: Id,
  /** Its jurisdiction. */
  jurisdiction: Id,
  /** Where it stands, as a code of the registry. */
  state: string, };

/** Where one jurisdiction stands in a cycle. */
export type SubmissionState = {
  /** The jurisdiction. */
  jurisdiction: Id,
  /** Its state as recorded, as a code of the registry; outstanding when nothing is. */
  state: string,
  /** The submission that records it, when one does. */
  submission?: Id,
  /**
   * Achievements and progress points that it has written in this cycle, what was
   * carried over not counted. Writing is no submission: the recorded state stands.
   */
  items: number,
  /** Whether something is still expected of it. */
  expected: boolean,
  /** Days since submissions were due, while something is still expected of it. */
  days_overdue?: number, };

/** What was tabled. */
export type Tabled = {
  /** The record. */
  deck: Id,
  /** What to look at in the slides that were made. */
  remarks: Array<Failure>,
  /** What changed. */
  patch: Patch, };

/** A deck as it was tabled before the councils. */
export type TabledDeck = {
  /** Identifier. */
  id: Id,
  /** The cycle. */
  cycle: Id,
  /** 1 for what was tabled first; an erratum is the next. */
  version: number,
  /** The day on which it was tabled. */
  tabled_on: string,
  /** Hash of what it shows. */
  content: string,
  /** The moment of the journal that it shows. */
  at: Vector,
  /** The files that were handed over, kept to the byte. */
  files: Array<KeptFile>,
  /** The version that it corrects. */
  erratum_of?: Id,
  /** What was corrected, in words. */
  note?: Bilingual, };

/** What differs between two tabled versions. */
export type TabledDiff = {
  /** What the later one says otherwise, a sentence each. */
  words: Array<Pair>,
  /** Which files differ, by name. */
  files: Array<FileDifference>, };

/**
 * A version that was tabled. Several may bear one number, where stores that had not met
 * tabled one each; its id names it.
 */
export type TabledVersionLine = {
  /** Its id. */
  deck: Id,
  /** Its cycle. */
  cycle: Id,
  /** Its number. */
  version: number,
  /** The day on which it was tabled. */
  tabled_on: Pair,
  /** Who recorded it; absent where that is not known here. */
  who?: Pair,
  /** When, by the clock of whoever did. */
  when?: Pair,
  /** Hash of what it shows. */
  content: string,
  /** The deck that it corrects. */
  corrects?: Id,
  /** The other decks of its cycle that bear its number. */
  namesakes: Array<Id>, };

/** A term of the glossary, and what shall not stand for it. */
export type Term = {
  /** Identifier. */
  id: Id,
  /** The term. */
  term: Bilingual,
  /** Its abbreviation. */
  abbreviation?: Bilingual,
  /** What shall not be written for it in English. */
  forbidden_en?: Array<string>,
  /** What shall not be written for it in French. */
  forbidden_fr?: Array<string>,
  /** When it is used. */
  note?: Bilingual, };

/** One jurisdiction's word on one item. */
export type ToClear = {
  /** Kind of the item. */
  kind: Kind,
  /** The item. */
  item: Id,
  /** The jurisdiction that it names. */
  jurisdiction: Id,
  /** What it says. */
  text: Bilingual,
  /** Digest of what is shown of it now; whoever clears it names this. */
  content: string,
  /** Whether it is cleared. */
  state: Clearing,
  /** The clearance, of this content or of an earlier one. */
  clearance?: Id, };

/** A text of the queue. */
export type ToTranslate = {
  /**
   * The heads that it stands on: whoever edits or approves it hands them back, so that
   * an answer to words that have changed since is not taken for a current one.
   */
  bases: { [key in string]: Array<string> },
  /** Kind of the entity. */
  kind: Kind,
  /** The entity. */
  id: Id,
  /** Where in it the text stands: `title`, `status.reason`, `links[0].label`. */
  field: string,
  /** The language that it was written in. */
  source: Lang,
  /** The text in that language. */
  text: string,
  /** The text in the other language; empty when it is missing. */
  translation: string,
  /** How the translation stands: missing, stale or a draft. */
  state: Translation, };

/** One side of a text, as a translator writes it. */
export type Translate = {
  /** The entity. */
  id: Id,
  /** Where in it the text stands: `title`, `status.reason`, `links[0].label`. */
  field: string,
  /** The side. */
  lang: Lang,
  /** What it shall say. */
  text: string,
  /** The heads that came with the text. */
  bases: { [key in string]: Array<string> },
  /** The source has changed, and what stands here still holds. */
  holds: boolean, };

/** How the side that is not the source stands. */
export type Translation = "missing" | "draft" | "stale" | "approved" | "same";

/** Something that other stores do not have as it stands here. */
export type Unissued = {
  /** Its kind: a challenge, or what was written together with one. */
  kind: Kind,
  /** The entity. */
  id: Id,
  /**
   * Whether several versions of it stand side by side, of which others do not see all:
   * somebody has to choose before it can be issued.
   */
  in_conflict: boolean, };

/**
 * How far each device's chain had come: everything up to that `seq`, itself included,
 * is inside, and nothing of a device that is not named. A report that pins a vector
 * can be shown again whatever arrives later, and in whatever order.
 *
 * A moment of one store may lack places before those ends: what was not for that store
 * to see may be given to it later, and was not there until then. Those are known to
 * that store alone, and are not written.
 */
export type Vector = { ends: Record<string, number>, };

/** The whole plan, as its reader may see it. */
export type View = {
  /** Every entity. */
  plan: Plan,
  /** The board; absent while there is no workplan. */
  board?: Board,
  /** What stands over every room; absent while there is no workplan. */
  header?: Header,
  /** Heads of every entity. */
  heads: Record<string, Record<string, string[]>>,
  /** Who the user says to be. */
  identity?: Actor,
  /** What undo would take back. */
  undo?: ActionName,
  /** What redo would do again. */
  redo?: ActionName, };

/** A transaction that waits. */
export type Waiting = {
  /** The device that wrote it. */
  device: string,
  /** Its place in that device's chain. */
  seq: number,
  /** What was done; `None` when only its place is known. */
  action?: ActionName,
  /** When, by the clock of whoever did it. */
  made_at?: string,
  /**
   * Who writes in that device's name, as far as that tells nobody where a challenge came
   * from; they have what it waits for.
   */
  by?: Actor,
  /** The first thing that it waits for. */
  needs: Need, };

/** What has come and waits for something that has not. */
export type Waits = {
  /** By device and place. */
  waiting: Array<Waiting>,
  /** Whom to ask for what it waits for. */
  asks: Array<Failure>, };

/** A way out of a failure to open a store. */
export type WayOut = { "way": "try_again" } | { "way": "open_read_only" } | { "way": "restore_backup",
  /** Its name. */
  name: string,
  /** When it was made. */
  taken_at: string,
  /** How many transactions it holds. */
  transactions: number, } | { "way": "export_readable",
  /** How many transactions that are. */
  transactions: number,
  /** How many more there are traces of. */
  lost: number,
  /** How many files of tabled decks are lost. */
  files: number, } | { "way": "choose_other" } | { "way": "create_plan" } | { "way": "open_at",
  /** Where. */
  path: string, };

/** Why a backup was made. */
export type Why = "scheduled" | "before_migration" | "before_import" | "before_package" | "before_restore" | "by_hand";

/** A plan: its own dates (not a fiscal year), its languages, its group. */
export type Workplan = {
  /** Identifier. */
  id: Id,
  /** Order key among siblings. */
  position: string,
  /** Title. */
  title: Bilingual,
  /** The working group's full name. */
  group: Bilingual,
  /** The working group's abbreviation. */
  group_abbreviation: Bilingual,
  /** The languages that the plan is kept in. */
  languages: Array<Lang>,
  /** First day. */
  starts?: string,
  /** Last day. */
  ends?: string,
  /** Where it stands, as a code of the registry. */
  state: string,
  /** A remark shown with it (the sample says here that it is one). */
  note?: Bilingual,
  /** What it was carried over from. */
  carried_from?: Id, };
