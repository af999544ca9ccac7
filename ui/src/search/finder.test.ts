import { describe, expect, it } from 'vitest';
import { setLang } from '../words/words.svelte';
import { actions, fold } from './finder';

describe('the finder', () => {
  it('ignores accents, case and ligatures', () => {
    expect(fold('Mise en Œuvre')).toBe('mise en oeuvre');
    setLang('fr');
    expect(actions('reglages').map((it) => it.key)).toEqual(['room-settings']);
    expect(actions('english').map((it) => it.key)).toEqual(['language']);
    setLang('en');
  });

  it('offers no undo when there is nothing to undo', () => {
    expect(actions('').map((it) => it.key)).not.toContain('undo');
  });
});
