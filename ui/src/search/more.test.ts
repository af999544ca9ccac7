import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api, type Found } from '../state/api';
import { place } from '../state/place.svelte';
import { setLang } from '../words/words.svelte';
import Finder from './Finder.svelte';

const hit = (n: number) => ({
  kind: 'next_step' as const,
  id: `step-${n}`,
  field: 'text',
  text: `Zebra ${n}`,
  marks: [] as [number, number][],
});

async function search(found: Found) {
  vi.spyOn(api, 'search').mockResolvedValue(found);
  place.finding = true;
  render(Finder);
  const input = screen.getByTestId<HTMLInputElement>('search-input');
  input.value = 'zebra';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(screen.getByText('Zebra 2')).toBeTruthy(), { timeout: 20_000 });
}

describe('the finder over many texts', { timeout: 30_000 }, () => {
  beforeEach(() => setLang('en'));
  afterEach(() => {
    place.finding = false;
    vi.restoreAllMocks();
  });

  it('says that there are more than it shows', async () => {
    await search({ hits: [hit(1), hit(2)], more: true });
    const told = 'Only the first 2 texts are shown: type more words.';
    expect(screen.getByTestId('search-more').textContent).toBe(told);
    expect(document.querySelector('[role=status]')?.textContent).toContain(told);
  });

  it('says nothing of the kind when it shows all', async () => {
    await search({ hits: [hit(1), hit(2)], more: false });
    expect(screen.queryByTestId('search-more')).toBeNull();
  });
});
