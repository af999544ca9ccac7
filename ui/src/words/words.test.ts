import { afterEach, describe, expect, it } from 'vitest';
import { failureText, readable, setLang, t } from './words.svelte';

afterEach(() => setLang('en'));

describe('words', () => {
  it('follow the interface language at once', () => {
    expect(t('window-room-board')).toBe('Board');
    setLang('fr');
    expect(t('window-room-board')).toBe('Tableau');
  });

  it('show the other side of a text, and say which language it is in', () => {
    const pair = { fr: 'Projet de norme', source: 'fr', state: 'missing' } as const;
    expect(readable(pair)).toEqual({ text: 'Projet de norme', lang: 'fr' });
    expect(readable({ ...pair, en: 'Draft standard' })).toEqual({
      text: 'Draft standard',
      lang: 'en',
    });
  });

  it('name the code of a failure that has no words', () => {
    expect(failureText({ code: 'failure-of-tomorrow', args: {} })).toContain('failure-of-tomorrow');
  });

  it('put what a failure is about into the messages that it is made of', () => {
    const args = {
      kind: { message: 'kind-submission' },
      id: { text: 's2' },
      field: { message: 'field-jurisdiction' },
      what: { message: 'problem-submitted-twice' },
      other: { text: 's1' },
    };
    const told = failureText({ code: 'failure-problem', args });
    expect(told).toContain('(s1)');
    expect(told).not.toContain('{');
  });

  it('write the dates of a failure as the language does', () => {
    const day = { pair: { en: 'September 11, 2019', fr: '11\u00a0septembre 2019' } };
    const told = failureText({ code: 'failure-council-answered-before', args: { day } });
    expect(told).toContain('September 11, 2019');
  });
});
