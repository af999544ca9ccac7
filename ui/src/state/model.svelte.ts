// The one model: loaded once, then patched with what each command returns.
import { drafts } from '../milestone/drafts.svelte';
import { setLang } from '../words/words.svelte';
import {
  api,
  type Actor,
  type Jurisdiction,
  type Lang,
  type Patch,
  type Start,
  type View,
  type WayOut,
} from './api';
import { isFailure, notices } from './notices.svelte';
import { applyPatch } from './patch';
import { place } from './place.svelte';
import type { Failure } from './api';

/** Where the window stands. */
export type Stage = 'loading' | 'first_run' | 'ready' | 'failed';

let stage = $state<Stage>('loading');
let view = $state.raw<View | undefined>();
let failure = $state.raw<Failure | undefined>();
let waysOut = $state.raw<WayOut[]>([]);
let notice = $state.raw<Failure | undefined>();
let storePath = $state('');
let installed = $state.raw<Jurisdiction[]>([]);

const inProtocolOrder = (list: Jurisdiction[]) =>
  [...list].sort((a, b) =>
    a.position === b.position ? (a.id < b.id ? -1 : 1) : a.position < b.position ? -1 : 1,
  );

const jurisdictions = $derived(
  inProtocolOrder(view ? Object.values(view.plan.jurisdictions) : installed),
);

function show(next: View): void {
  view = next;
  stage = 'ready';
}

export const model = {
  get stage() {
    return stage;
  },
  get failure() {
    return failure;
  },
  /** What can be done when the plan could not be opened, or is gone. */
  get waysOut() {
    return waysOut;
  },
  /** Why the plan can only be looked at. */
  get notice() {
    return notice;
  },
  get storePath() {
    return storePath;
  },
  get view() {
    return view;
  },
  get board() {
    return view?.board;
  },
  get header() {
    return view?.header;
  },
  get identity() {
    return view?.identity;
  },
  get undo() {
    return view?.undo;
  },
  get redo() {
    return view?.redo;
  },
  /** In protocol order. */
  get jurisdictions() {
    return jurisdictions;
  },
  jurisdiction(id: string | undefined) {
    return jurisdictions.find((it) => it.id === id);
  },
  milestone(id: string) {
    return view?.plan.milestones[id];
  },
  card(id: string) {
    return view?.board?.columns.flatMap((column) => column.cards).find((it) => it.id === id);
  },
  /** Ids of the changes that a field's value stands on. */
  heads(id: string, field: string): string[] {
    return view?.heads[id]?.[field] ?? [];
  },

  /** Shows where the shell says that the window begins. */
  begin(start: Start): void {
    // What was refused before is over with the plan that refused it.
    if (stage !== 'loading') notices.clear();
    setLang(start.lang);
    // Two plans may have milestones of the same name (two of the sample do): what is open or
    // typed in one must not be taken for the other's.
    if (stage !== 'loading' && start.store_path !== storePath) place.close();
    storePath = start.store_path;
    drafts.restore(storePath);
    installed = start.jurisdictions;
    failure = start.failure;
    waysOut = start.ways_out ?? [];
    notice = start.notice;
    view = start.view;
    stage = start.stage;
  },
  /** Goes on with the plan where it was moved to, and with what was typed in it. */
  beginMoved(start: Start): void {
    drafts.carry(storePath, start.store_path);
    model.begin(start);
  },
  /** Asks the shell where things stand. */
  async start(): Promise<void> {
    try {
      model.begin(await api.start());
    } catch (thrown) {
      failure = isFailure(thrown) ? thrown : undefined;
      if (!failure) notices.refuse(thrown);
      stage = 'failed';
    }
  },
  /** Leaves a plan that something is wrong with, where there are ways out of it. */
  async leave(why: Failure): Promise<void> {
    const ways = await api.waysOut();
    if (!ways.length) return;
    waysOut = ways;
    // The page says it, with the ways out.
    notices.clear();
    failure = why;
    view = undefined;
    stage = 'failed';
  },
  async createPlan(sample: boolean, identity: Actor, lang: Lang): Promise<void> {
    show(await api.createPlan(sample, identity, lang));
    // A plan stands there again.
    waysOut = [];
  },
  async setIdentity(identity: Actor): Promise<void> {
    await api.setIdentity(identity);
    // What may be undone depends on who asks.
    show(await api.view());
  },
  apply(patch: Patch): void {
    // Another process has made the plan that this window had none of.
    if (view) view = applyPatch(view, patch);
    else void model.start();
  },
};
