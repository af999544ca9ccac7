import { describe, expect, it } from 'vitest';
import type { Kind, Patch, Plan, View } from './api';
import { applyPatch, plural } from './patch';

const text = (en: string) => ({ en, source: 'en', state: 'missing' }) as const;
const milestone = (id: string, title: string) => ({
  id,
  priority: 'priority-1',
  position: 'a1',
  title: text(title),
  status: { completion: 'NS', outlook: 'on_track' } as const,
});

const view: View = {
  plan: {
    jurisdictions: {},
    workplans: {},
    milestones: { a: milestone('a', 'A'), b: milestone('b', 'B') },
    next_steps: {},
  } as unknown as Plan,
  heads: { a: { status: ['1'] }, b: { status: ['2'] } },
  undo: 'edit',
};

const patch = (over: Partial<Patch['changes']>, heads = {}): Patch => ({
  changes: {
    txn: 't',
    made_at: '2019-09-13T12:00:00Z',
    heads,
    action: 'set_milestone_status',
    upserted: [],
    removed: [],
    conflicts: [],
    ...over,
  },
  heads,
});

describe('a patch', () => {
  it('puts in what changed and leaves the rest as it is', () => {
    const after = applyPatch(
      view,
      patch(
        { upserted: [{ kind: 'milestone', ...milestone('a', 'A again') }] },
        { a: { status: ['3'] } },
      ),
    );
    expect(after.plan.milestones.a?.title.en).toBe('A again');
    expect(after.plan.milestones.a).not.toHaveProperty('kind');
    expect(after.plan.milestones.b).toBe(view.plan.milestones.b);
    expect(after.heads).toEqual({ a: { status: ['3'] }, b: { status: ['2'] } });
    expect(view.plan.milestones.a?.title.en).toBe('A');
  });

  it('takes out what was removed, with its heads', () => {
    const after = applyPatch(view, patch({ removed: [['milestone', 'b']] }));
    expect(Object.keys(after.plan.milestones)).toEqual(['a']);
    expect(after.heads).not.toHaveProperty('b');
  });

  it('forgets an undo that the patch does not name', () => {
    expect(applyPatch(view, patch({})).undo).toBeUndefined();
  });

  it('finds the list of every kind', () => {
    const kinds: Kind[] = ['person', 'priority', 'progress', 'next_step', 'jurisdiction'];
    expect(kinds.map(plural)).toEqual([
      'people',
      'priorities',
      'progress',
      'next_steps',
      'jurisdictions',
    ]);
  });
});
