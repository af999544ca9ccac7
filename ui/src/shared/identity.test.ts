import { describe, expect, it } from 'vitest';
import { identityDraft, identityErrors, identityOf } from './identity';

describe('who I am', () => {
  it('leads and co-chairs need a jurisdiction, the secretariat and readers do not', () => {
    const missing = (role: 'reader' | 'lead' | 'secretariat' | 'co_chair') =>
      Object.keys(identityErrors({ name: 'A', role, jurisdiction: '' }));
    expect(missing('lead')).toEqual(['jurisdiction']);
    expect(missing('co_chair')).toEqual(['jurisdiction']);
    expect(missing('secretariat')).toEqual([]);
    expect(missing('reader')).toEqual([]);
  });

  it('keeps the roles that the form does not show', () => {
    const lead = { role: 'lead' as const, jurisdiction: 'CA-AB' };
    const before = {
      name: 'A',
      roles: [{ role: 'co_chair' as const, jurisdiction: 'CA-AB' }, lead],
    };
    const after = identityOf(
      { ...identityDraft(before), role: 'reader', jurisdiction: '' },
      before,
    );
    expect(after).toEqual({ name: 'A', roles: [{ role: 'reader' }, lead] });
  });
});
