import { describe, expect, it } from 'vitest';
import type { Status } from '../state/api';
import { draftOf, emptyRow, isDirty, keptTranslation, sameStatus, statusOf } from './draft';

const atRisk: Status = {
  completion: 'LP',
  outlook: 'at_risk',
  reason: { en: 'Lost staff', fr: 'Perte de personnel', source: 'en', state: 'approved' },
  evidence: [
    {
      label: { en: 'Minutes', fr: 'Procès-verbal', source: 'en', state: 'approved' },
      en: 'https://example.org/en',
      fr: 'https://example.org/fr',
    },
  ],
};

describe('a draft', () => {
  it('says what the status said, in either language, until something is typed', () => {
    for (const lang of ['en', 'fr'] as const) {
      const draft = draftOf(atRisk, lang);
      expect(sameStatus(statusOf(draft, atRisk), atRisk)).toBe(true);
      expect(isDirty({ draft, before: atRisk, bases: [] })).toBe(false);
    }
  });

  it('drops the translation of a reason that was reworded, and only then', () => {
    const draft = draftOf(atRisk, 'fr');
    expect(keptTranslation(draft, atRisk)).toBe('Perte de personnel');
    draft.reason = 'Elections in October';
    expect(statusOf(draft, atRisk).reason).toEqual({
      en: 'Elections in October',
      source: 'en',
      state: 'missing',
    });
    expect(keptTranslation(draft, atRisk)).toBe('');
  });

  it('has no outlook once the milestone is closed', () => {
    const draft = { ...draftOf(atRisk, 'en'), completion: 'C' as const };
    expect(statusOf(draft, atRisk)).not.toHaveProperty('outlook');
  });

  it('changes the address of one language and leaves the other as it was', () => {
    const draft = draftOf(atRisk, 'fr');
    draft.evidence[0]!.address = ' https://example.org/nouveau ';
    expect(statusOf(draft, atRisk).evidence).toEqual([
      { ...atRisk.evidence![0], fr: 'https://example.org/nouveau' },
    ]);
  });

  it('leaves out a link without an address, and keeps it as typed', () => {
    const draft = draftOf(atRisk, 'en');
    draft.evidence.push({ ...emptyRow('en'), label: 'Report' });
    expect(statusOf(draft, atRisk).evidence).toHaveLength(1);
    expect(isDirty({ draft, before: atRisk, bases: [] })).toBe(true);
  });
});
