// An invented shell for looking at the window and for component tests: the sample
// plan in memory, the commands of src/state/api.ts over it. Never part of the build.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { emit } from '@tauri-apps/api/event';
import type {
  ActionName,
  Actor,
  BackupLine,
  Exported,
  Failure,
  FieldHead,
  Header,
  History,
  HistoryLine,
  Hit,
  Jurisdiction,
  Pair,
  Patch,
  Refused,
  Start,
  Status,
  View,
  WayOut,
} from '../src/state/api';
import { board, pairOf, plan } from './plan';

const same = (text: string): Pair => ({ en: text, fr: text });
const backup = (name: string, why: BackupLine['backup']['why']): BackupLine => ({
  backup: { name, why, taken_at: '2019-09-12T12:00:00Z', serial: 1, bytes: 700_000 },
  when: { en: 'September 12, 2019, 8:00 a.m.', fr: '12 septembre 2019, 8 h' },
  why: { en: 'daily', fr: 'quotidienne' },
});

/** The invented shell; what its fields say can be changed before and between commands. */
export class Shell {
  plan = plan();
  heads: View['heads'] = Object.fromEntries(
    Object.keys(this.plan.milestones).map((id) => [id, { status: [`${id}-first`] }]),
  );
  versions: Record<string, FieldHead[]> = {};
  lines: HistoryLine[] = [];
  /** Whom history is told to, where it is not told to the user. */
  withheld: Pair | undefined;
  undo: ActionName | undefined;
  stage: Start['stage'] = 'ready';
  lang: 'en' | 'fr' = 'en';
  identity: Actor | undefined = {
    name: 'Dominique Roy',
    roles: [{ role: 'co_chair', jurisdiction: 'CA-AB' }],
  };
  /** Milestones that were reported complete and are not. */
  toCorrect = new Set<string>();
  /** What can be done when the stage is failed, or when a plan's file is gone in the first run. */
  waysOut: WayOut[] = [];
  storePath = '/home/dominique/.local/share/jalon/plan.jalon';
  /** The file that the next dialog names. */
  chosen = '/plans/other.jalon';
  backups: BackupLine[] = [backup('yesterday', 'scheduled')];
  private readOnly = false;
  /** What keeps a deck from going final. */
  blockers: Failure[] = [];
  /** What keeps none from it, and must be known. */
  warnings: Failure[] = [];
  /** Other files that stand where some are to be written. */
  taken: string[] = [];
  /** Thrown by the next command that writes. */
  refusal: Refused | undefined;
  /** Every command called, with what it was given. */
  calls: [string, Record<string, unknown>][] = [];
  private changes = 0;

  header(): Header {
    const workplan = Object.values(this.plan.workplans)[0];
    if (!workplan) return { title: { source: 'en', state: 'missing' } };
    return {
      title: workplan.title,
      note: workplan.note,
      meeting: { en: 'Joint Councils', fr: 'Conseils mixtes', source: 'en', state: 'approved' },
      date: pairOf('2019-09-25'),
      distance: { en: 'in 12 days', fr: 'dans 12 jours' },
      approvals_due: { en: 'September 11', fr: '11 septembre' },
    };
  }

  view(): View {
    const conflicted = Object.entries(this.heads).filter(([, it]) => (it.status ?? []).length > 1);
    return {
      plan: this.plan,
      board: board(this.plan, new Set(conflicted.map(([id]) => id)), this.toCorrect),
      header: this.header(),
      heads: this.heads,
      identity: this.identity,
      undo: this.undo,
    };
  }

  /** Sets a status as any process would: other bases than the present heads make a second head. */
  set(id: string, status: Status, bases = this.heads[id]?.status ?? []): Patch {
    const milestone = this.plan.milestones[id]!;
    const current = this.heads[id]?.status ?? [];
    const change = `change-${++this.changes}`;
    const fresh = bases.join() === current.join();
    const next = { ...milestone, status: fresh ? status : milestone.status };
    this.heads = { ...this.heads, [id]: { status: fresh ? [change] : [...current, change] } };
    const kept = fresh ? [] : [{ change: current[0]!, value: milestone.status }];
    this.versions[id] = [...kept, { change, value: status, who: same('Dominique Roy') }];
    this.plan = { ...this.plan, milestones: { ...this.plan.milestones, [id]: next } };
    this.undo = 'set_milestone_status';
    this.lines = [
      {
        txn: change,
        local_n: this.lines.length + 1,
        when: { en: 'today, 2:05 p.m.', fr: 'aujourd’hui, 14 h 05' },
        who: same(this.identity?.name ?? ''),
        what: {
          en: `Milestone status: ${milestone.title.en}`,
          fr: `Statut d’un jalon : ${milestone.title.fr}`,
        },
      },
      ...this.lines,
    ];
    const { board: shown, header, undo } = this.view();
    return {
      changes: {
        txn: change,
        action: 'set_milestone_status',
        made_at: '2019-09-13T14:05:00-04:00',
        heads: { [id]: this.heads[id]! },
        upserted: [{ kind: 'milestone', ...next }],
        removed: [],
        conflicts: fresh ? [] : [[id, 'status']],
      },
      board: shown,
      header,
      heads: { [id]: this.heads[id]! },
      undo,
    };
  }

  /** A change by another process, which the window is told of. */
  elsewhere(id: string, status: Status): Promise<void> {
    return emit('plan-changed', this.set(id, status));
  }

  private search(text: string): Hit[] {
    const fold = (it: string) => it.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return Object.values(this.plan.milestones)
      .map(({ id, title }) => ({
        kind: 'milestone' as const,
        id,
        field: 'title',
        text: title[this.lang] ?? '',
        marks: [],
      }))
      .filter((hit) => fold(hit.text).includes(fold(text)))
      .map((hit) => ({ ...hit, lang: this.lang }));
  }

  private takenFailure(): Refused {
    const args = { path: { text: this.taken.join(', ') }, count: { number: this.taken.length } };
    return { code: 'failure-shell-file-taken', args };
  }

  private start(): Start {
    return {
      stage: this.stage,
      lang: this.lang,
      store_path: this.storePath,
      jurisdictions: Object.values(this.plan.jurisdictions) as Jurisdiction[],
      view: this.stage === 'ready' ? this.view() : undefined,
      failure:
        this.stage === 'failed'
          ? { code: 'failure-unknown', args: { code: { text: '26' } } }
          : undefined,
      ways_out: this.stage === 'ready' ? undefined : this.waysOut,
      notice: this.readOnly ? { code: 'failure-store-read-only', args: {} } : undefined,
    };
  }

  private answer(command: string, args: Record<string, unknown>): unknown {
    const writes = ['set_milestone_status', 'act', 'undo', 'redo', 'export_deck', 'create_plan'];
    if (this.refusal && writes.includes(command)) {
      const refusal = this.refusal;
      this.refusal = undefined;
      throw refusal;
    }
    switch (command) {
      case 'start':
        return this.start();
      case 'restore_backup':
      case 'open_plan':
      case 'move_plan':
      case 'open_moved':
      case 'open_read_only':
        if (command !== 'restore_backup' && command !== 'open_read_only')
          this.storePath = this.chosen;
        this.stage = 'ready';
        this.readOnly = command === 'open_read_only';
        return this.start();
      case 'ways_out':
        return this.waysOut;
      case 'backups':
        return this.backups;
      case 'verify_backup':
        return 12;
      case 'make_backup':
        this.backups = [backup('made-now', 'by_hand'), ...this.backups];
        return this.backups[0];

      case 'create_plan':
        this.identity = args.identity as Actor;
        if (!args.sample) this.plan = { ...this.plan, priorities: {}, milestones: {} };
        return this.view();
      case 'view':
        return this.view();
      case 'set_identity':
        this.identity = args.identity as Actor;
        return null;
      case 'set_language':
        this.lang = args.lang as 'en' | 'fr';
        return null;
      case 'set_milestone_status':
        return this.set(
          args.milestone as string,
          args.status as Status,
          (args.bases as Record<string, string[]>).status,
        );
      case 'act': {
        const { id, value } = args.action as { id: string; value: Status };
        return this.set(id, value);
      }
      case 'field_heads':
        return { status: this.versions[args.id as string] ?? [] };
      case 'history':
        return { lines: this.lines, withheld: this.withheld } satisfies History;
      case 'search':
        return { hits: this.search(args.text as string), more: false };
      case 'deck_blockers':
        return this.blockers;
      case 'deck_warnings':
        return this.warnings;
      case 'export_readable':
        if (this.taken.length && !args.replace) throw this.takenFailure();
        return ['/plans/out/plan.json', '/plans/out/history.txt'];
      case 'export_deck':
        if (this.taken.length && !args.replace) throw this.takenFailure();
        return {
          files: [
            '/home/dominique/Documents/COGWG-Joint-Councils-2019-09-25-en-draft.pptx',
            '/home/dominique/Documents/GTGOC-Conseils-mixtes-2019-09-25-fr-ebauche.pptx',
          ],
          folder: '/home/dominique/Documents',
          remarks: [],
        } satisfies Exported;
      case 'export_folder':
        return '/home/dominique/Documents';
      default:
        return null;
    }
  }

  /** Answers the window's commands from now on. */
  install(): this {
    clearMocks();
    mockIPC(
      (command, args) => {
        const given = (args ?? {}) as Record<string, unknown>;
        this.calls.push([command, given]);
        return structuredClone(this.answer(command, given));
      },
      { shouldMockEvents: true },
    );
    return this;
  }
}
