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
    expect(permission(holding('lead', 'co_chair'))).toBe('yes');
    expect(permission(holding('reader', 'secretariat'))).toBe('on_behalf');
    expect(permission(holding('lead'))).toBe('lead');
    expect(permission(holding('reader'))).toBe('reader');
    expect(permission(undefined)).toBe('nobody');
  });
});
