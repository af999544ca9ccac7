import { describe, expect, it } from 'vitest';
import type { Status } from '../state/api';
import {
  type Draft,
  draftOf,
  emptyRow,
  isDirty,
  isReworded,
  keptTranslation,
  sameStatus,
  statusOf,
} from './draft';

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

  it('keeps the translation of a reason that is reworded, and says that it is out of date', () => {
    const draft = draftOf(atRisk, 'fr');
    expect(keptTranslation(draft, atRisk)).toBe('Perte de personnel');
    expect(isReworded(draft, atRisk)).toBe(false);
    draft.reason = 'Elections in October';
    const kept = { ...atRisk.reason, en: 'Elections in October' };
    expect(statusOf(draft, atRisk).reason).toEqual({ ...kept, state: 'stale' });
    expect(keptTranslation(draft, atRisk)).toBe('Perte de personnel');
    expect(isReworded(draft, atRisk)).toBe(true);
    draft.holds = true;
    expect(statusOf(draft, atRisk).reason).toEqual({ ...kept, state: 'draft' });
  });

  it('has no translation of the reason for another status', () => {
    const draft: Draft = { ...draftOf(atRisk, 'en'), outlook: 'off_track', reason: 'Elections' };
    const reason = { en: 'Elections', source: 'en', state: 'missing' };
    expect(statusOf(draft, atRisk).reason).toEqual(reason);
  });

  it('has no translation of a reason in the other language, or of none', () => {
    const draft = { ...draftOf(atRisk, 'en'), reason: 'Élections', reasonLang: 'fr' as const };
    const reason = { fr: 'Élections', source: 'fr', state: 'missing' };
    expect(statusOf(draft, atRisk).reason).toEqual(reason);
    expect(keptTranslation(draft, atRisk)).toBe('');
    expect(keptTranslation({ ...draftOf(atRisk, 'en'), reason: ' ' }, atRisk)).toBe('');
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
