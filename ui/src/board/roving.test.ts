import { describe, expect, it } from 'vitest';
import { next, type Step } from './roving';

const columns = [['1.1', '1.2', '1.3'], [], ['3.1'], ['4.1', '4.2']];

describe('arrow keys on the board', () => {
  const cases: [string, Step, string][] = [
    ['1.1', 'ArrowDown', '1.2'],
    ['1.3', 'ArrowDown', '1.3'],
    ['1.1', 'ArrowUp', '1.1'],
    ['1.3', 'ArrowRight', '3.1'],
    ['3.1', 'ArrowLeft', '1.1'],
    ['4.2', 'ArrowRight', '4.2'],
    ['1.3', 'Home', '1.1'],
    ['4.1', 'End', '4.2'],
  ];
  it.each(cases)('go from %s by %s to %s', (from, step, to) => {
    expect(next(columns, from, step)).toBe(to);
  });

  it('begin at the first card when the one they were on is gone', () => {
    expect(next(columns, 'gone', 'ArrowDown')).toBe('1.1');
  });
});
