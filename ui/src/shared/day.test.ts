import { describe, expect, it } from 'vitest';
import { localDay } from './day';

describe('localDay', () => {
  it('is the day of the place, not that of Greenwich', () => {
    expect(localDay(new Date(2019, 8, 5, 0, 0, 1))).toBe('2019-09-05');
    expect(localDay(new Date(2019, 11, 31, 23, 59, 59))).toBe('2019-12-31');
  });
});
