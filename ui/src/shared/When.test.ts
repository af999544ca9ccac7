import { render } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { setLang } from '../words/words.svelte';
import When from './When.svelte';

afterEach(() => setLang('en'));

describe('a date in words', () => {
  const cases = [
    ['1er avril 2018, 12 h', '1<sup>er</sup> avril 2018, 12 h'],
    ['du 1er au 21 mai 2019', 'du 1<sup>er</sup> au 21 mai 2019'],
    ['11 septembre 2019', '11 septembre 2019'],
  ];
  it.each(cases)('%s', (fr, expected) => {
    setLang('fr');
    const { container } = render(When, { date: { en: '', fr } });
    const shown = container.innerHTML.replaceAll(/<!--.*?-->| class="[^"]*"/g, '');
    expect(shown).toBe(expected);
  });
});
