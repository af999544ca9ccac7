// Which card the arrow keys go to. Columns of ids, some of them empty. Pure.

/** The keys that move between cards. */
export type Step = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** Whether a key moves between cards. */
export function isStep(key: string): key is Step {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key);
}

/** The card to go to from one; the same one at an edge. Sideways steps pass over empty columns. */
export function next(columns: string[][], from: string, step: Step): string {
  const x = columns.findIndex((column) => column.includes(from));
  const column = columns[x];
  if (!column) return columns.flat()[0] ?? from;
  const y = column.indexOf(from);
  const last = column.length - 1;
  if (step === 'ArrowUp') return column[Math.max(0, y - 1)] ?? from;
  if (step === 'ArrowDown') return column[Math.min(last, y + 1)] ?? from;
  if (step === 'Home') return column[0] ?? from;
  if (step === 'End') return column[last] ?? from;
  const by = step === 'ArrowLeft' ? -1 : 1;
  for (let to = x + by; to >= 0 && to < columns.length; to += by) {
    const beside = columns[to];
    if (beside?.length) return beside[Math.min(y, beside.length - 1)] ?? from;
  }
  return from;
}
