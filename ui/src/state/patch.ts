// Applying what a command returned (or another process wrote) to the view. Pure:
// a new view comes out, so that every derived state follows.
import type { Changes, Heads, Kind, Patch, Plan, View } from './api';

/** The plan's list that entities of a kind stand in: the registry's plural. */
const irregular: Partial<Record<Kind, keyof Plan>> = {
  person: 'people',
  priority: 'priorities',
  progress: 'progress',
};

/** The name of a kind's list in the plan. */
export function plural(kind: Kind): string {
  return irregular[kind] ?? `${kind}s`;
}

type Lists = Record<string, Record<string, { id: string }>>;

function patchPlan(plan: Plan, changes: Changes): Plan {
  const next: Lists = { ...plan };
  const fresh = new Set<string>();
  const list = (kind: Kind) => {
    const name = plural(kind);
    const list = fresh.has(name) ? next[name] : { ...next[name] };
    fresh.add(name);
    return (next[name] = list ?? {});
  };
  for (const { kind, ...entity } of changes.upserted) list(kind)[entity.id] = entity;
  for (const [kind, id] of changes.removed) delete list(kind)[id];
  return next as unknown as Plan;
}

function patchHeads(heads: Heads, patch: Patch): Heads {
  const next = { ...heads, ...patch.heads };
  for (const [, id] of patch.changes.removed) delete next[id];
  return next;
}

/** The view after a patch. Undo and redo are what the patch says, or nothing. */
export function applyPatch(view: View, patch: Patch): View {
  return {
    ...view,
    plan: patchPlan(view.plan, patch.changes),
    heads: patchHeads(view.heads, patch),
    board: patch.board,
    header: patch.header,
    undo: patch.undo,
    redo: patch.redo,
  };
}
