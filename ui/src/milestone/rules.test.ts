import { describe, expect, it } from 'vitest';
import type { Role, Status } from '../state/api';
import { draftOf, emptyRow, type Draft } from './draft';
import { errors, isAddress, permission, reasonRule } from './rules';

const open: Status = { completion: 'LP', outlook: 'on_track' };
const complete: Status = { completion: 'C', evidence: [{ en: 'https://example.org/' }] };

function missing(before: Status, typed: Partial<Draft>) {
  return Object.keys(errors({ ...draftOf(before, 'en'), ...typed }, before, 'yes'));
}

describe('before a status is saved', () => {
  it('complete needs an evidence link', () => {
    expect(missing(open, { completion: 'C' })).toEqual(['evidence']);
    const evidence = [{ ...emptyRow('en'), address: 'https://example.org/' }];
    expect(missing(open, { completion: 'C', evidence })).toEqual([]);
  });

  it('at risk, off track and giving up need a reason; on hold does not', () => {
    expect(missing(open, { outlook: 'at_risk' })).toEqual(['reason']);
    expect(missing(open, { outlook: 'off_track', reason: ' ' })).toEqual(['reason']);
    expect(missing(open, { completion: 'NP' })).toEqual(['reason']);
    expect(missing(open, { outlook: 'on_hold' })).toEqual([]);
    expect(missing(open, { outlook: 'at_risk', reason: 'Elections' })).toEqual([]);
  });

  it('what was complete goes back only with a new reason', () => {
    const before = { ...complete, reason: { en: 'Done', source: 'en', state: 'missing' } } as const;
    expect(missing(before, { completion: 'SP', outlook: 'on_track' })).toEqual(['reason']);
    expect(missing(before, { completion: 'NP' })).toEqual(['reason']);
    expect(missing(before, { completion: 'NP', reason: 'Withdrawn' })).toEqual([]);
    const said = { completion: 'SP', outlook: 'on_track', reason: 'Withdrawn' } as const;
    expect(missing(before, said)).toEqual([]);
    // The words ask for what is missing: any reason is there, a new one is not.
    const givenUp = { ...draftOf(before, 'en'), completion: 'NP' as const };
    expect(reasonRule(givenUp, before)).toBe('window-rule-reason-regress');
  });

  it('the secretariat says for whom, how and when', () => {
    const draft = draftOf(open, 'en');
    expect(errors(draft, open, 'on_behalf')).toHaveProperty('onBehalf');
    draft.onBehalf = { jurisdiction: 'CA-AB', how: 'e-mail', when: '2019-09-01' };
    expect(errors(draft, open, 'on_behalf')).toEqual({});
  });
});

describe('an address', () => {
  const cases: [string, boolean][] = [
    ['https://www.gov.nt.ca/d’une', true],
    ['mailto:a@example.org', true],
    ['http://example.org', false],
    ['javascript:alert(1)', false],
    ['https://gc.ca@example.org/', false],
    ['https://example.org/\u202Efdp', false],
    ['no address', false],
    ['', false],
  ];
  it.each(cases)('%s opens: %s', (text, expected) => {
    expect(isAddress(text)).toBe(expected);
  });
});

describe('permission', () => {
  const holding = (...roles: Role[]) => ({ name: 'A', roles: roles.map((role) => ({ role })) });
  it('is the most that any role allows', () => {
    const day = '2019-09-25';
    expect(permission(holding('lead', 'co_chair'), day)).toBe('yes');
    expect(permission(holding('reader', 'secretariat'), day)).toBe('on_behalf');
    expect(permission(holding('lead'), day)).toBe('lead');
    expect(permission(holding('reader'), day)).toBe('reader');
    expect(permission(undefined, day)).toBe('nobody');
  });
  it('is that of the roles of the day, the first and the last one included', () => {
    const term = { role: 'co_chair' as const, from: '2019-04-01', to: '2019-09-30' };
    const actor = { name: 'A', roles: [{ role: 'lead' as const }, term] };
    const cases = [
      ['2019-03-31', 'lead'],
      ['2019-04-01', 'yes'],
      ['2019-09-30', 'yes'],
      ['2019-10-01', 'lead'],
    ] as const;
    for (const [day, expected] of cases) expect(permission(actor, day), day).toBe(expected);
    expect(permission({ name: 'A', roles: [term] }, '2020-01-01')).toBe('reader');
  });
});
