// The sample plan and its board, as the invented shell shows them.
import sample from '../../src-tauri/crates/exchange/sample/plan.json';
import type { Board, Pair, Plan } from '../src/state/api';

const kinds = ['jurisdictions', 'workplans', 'priorities', 'milestones', 'progress'] as const;

/** The sample plan, to be changed at will. */
export function plan(): Plan {
  const lists = sample as unknown as Record<string, { id: string }[]>;
  const byId = (list: { id: string }[] = []) => Object.fromEntries(list.map((it) => [it.id, it]));
  return structuredClone(
    Object.fromEntries(kinds.map((kind) => [kind, byId(lists[kind])])),
  ) as unknown as Plan;
}

type Sorted = { id: string; position: string };
const inOrder = <T extends Sorted>(list: T[]) =>
  list.sort((a, b) => (a.position < b.position ? -1 : 1));

function when(date: unknown, lang: 'en' | 'fr'): string {
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return String(date);
  return new Date(`${date}T12:00`).toLocaleDateString(`${lang}-CA`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
/** A day in words. */
export const pairOf = (date: unknown): Pair => ({ en: when(date, 'en'), fr: when(date, 'fr') });

/** Its board. */
export function board(from: Plan, conflicted: Set<string>, toCorrect: Set<string>): Board {
  const all = Object.values(from.milestones);
  const priorities = Object.values(from.priorities);
  const progress = Object.values(from.progress);
  const columns = inOrder(priorities).map((priority, n) => ({
    id: priority.id,
    number: n + 1,
    title: priority.title,
    leads: (priority.leads ?? []).map((it) => from.jurisdictions[it.jurisdiction]!.abbreviation),
    cards: inOrder(all.filter((it) => it.priority === priority.id)).map((it, m) => ({
      id: it.id,
      number: `${n + 1}.${m + 1}`,
      title: it.title,
      status: it.status,
      due: pairOf(it.due),
      moved_from: it.baseline_due !== it.due ? pairOf(it.baseline_due) : undefined,
      days_overdue: it.due === '2019-08-30' ? 14 : undefined,
      overdue:
        it.due === '2019-08-30'
          ? { en: 'Overdue by 14 days', fr: 'En retard de 14 jours' }
          : undefined,
      stale: it.id === 'milestone-4-2',
      changed: { en: '3 days ago', fr: 'il y a 3 jours' },
      conflicted: conflicted.has(it.id),
      to_correct: toCorrect.has(it.id),
    })),
    progress: inOrder(progress.filter((it) => it.priority === priority.id)),
  }));
  const cards = columns.flatMap((column) => column.cards);
  return {
    workplan: 'workplan-2018-2019',
    columns,
    counts: (['NS', 'LP', 'SP', 'C', 'NP'] as const).map((completion) => ({
      completion,
      count: cards.filter((card) => card.status.completion === completion).length,
    })),
    overdue: cards.filter((card) => card.days_overdue).length,
    stale: cards.filter((card) => card.stale).length,
  };
}
