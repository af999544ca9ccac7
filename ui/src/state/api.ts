// The shell's commands, one function each. Their types are the shell's and the
// domain's own, written by the Rust side.
import { invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';
import type {
  Action,
  Actor,
  BackupLine,
  Exported,
  ExportRequest,
  Failure,
  FieldHead,
  Found,
  History,
  Lang,
  Patch,
  RoleHeld,
  Start,
  Status,
  View,
  WayOut,
} from '../generated/types';

export type * from '../generated/types';

/** For whom the secretariat acts that was answered: role and jurisdiction, how, and on which day. */
export type OnBehalf = Required<Pick<RoleHeld, 'role' | 'jurisdiction'>> & {
  how: string;
  when: string;
};
/** Ids of the changes that are current, by entity and journal field. */
export type Heads = View['heads'];

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
    holds: boolean;
    on_behalf?: OnBehalf;
  }) => invoke<Patch>('set_milestone_status', args),
  act: (action: Action) => invoke<Patch>('act', { action }),
  undo: () => invoke<Patch>('undo'),
  redo: () => invoke<Patch>('redo'),
  /** `replace`: what else stands there may go; somebody was asked. */
  exportDeck: (langs: Lang[], final: boolean, replace: boolean) =>
    invoke<Exported>('export_deck', { langs, final_: final, replace } satisfies ExportRequest),
  exportFolder: () => invoke<string>('export_folder'),
  /** By the system's own dialog; nothing when that was cancelled. */
  chooseExportFolder: () => invoke<string | null>('choose_export_folder'),
  deckBlockers: (langs: Lang[]) => invoke<Failure[]>('deck_blockers', { langs }),
  /** What keeps no deck back, and must be known by whoever makes one. */
  deckWarnings: () => invoke<Failure[]>('deck_warnings'),
  openFolder: (folder: string) => invoke<void>('open_folder', { folder }),
  openLink: (address: string) => invoke<void>('open_link', { address }),
  history: (id?: string) => invoke<History>('history', { id }),
  fieldHeads: (id: string) => invoke<Record<string, FieldHead[]>>('field_heads', { id }),
  search: (text: string) => invoke<Found>('search', { text }),
  backups: () => invoke<BackupLine[]>('backups'),
  makeBackup: () => invoke<BackupLine>('make_backup'),
  /** How many transactions the backup holds; thrown when it is damaged. */
  verifyBackup: (name: string) => invoke<number>('verify_backup', { name }),
  restoreBackup: (name: string) => invoke<Start>('restore_backup', { name }),
  waysOut: () => invoke<WayOut[]>('ways_out'),
  openMoved: () => invoke<Start>('open_moved'),
  openReadOnly: () => invoke<Start>('open_read_only'),
  /**
   * By the system's own dialog; nothing when that was cancelled, as for the next two. `replace`:
   * where the dialog was answered last, whatever else stands there.
   */
  exportReadable: (replace: boolean) => invoke<string[] | null>('export_readable', { replace }),
  openPlan: () => invoke<Start | null>('open_plan'),
  movePlan: () => invoke<Start | null>('move_plan'),
  onPlanChanged: (then: (patch: Patch) => void): Promise<UnlistenFn> =>
    listen<Patch>('plan-changed', (event) => then(event.payload)),
  /** What went wrong unasked: a file gone, another plan asked for. */
  onFailure: (then: (failure: Failure) => void): Promise<UnlistenFn> =>
    listen<Failure>('failure', (event) => then(event.payload)),
};
