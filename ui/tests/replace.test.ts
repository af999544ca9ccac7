// Other files stand where the window is to write some: it asks, and loses none unasked.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { place } from '../src/state/place.svelte';
import { atTheBeginning, called, field, openWindow } from './desk';

beforeEach(atTheBeginning);
afterEach(cleanup);

const decks = ['/home/x/COGWG-en.pptx', '/home/x/GTGOC-fr.pptx'];

/** The deck room, in which an export met other files. */
async function exported(taken = decks) {
  await openWindow((it) => (it.taken = taken));
  await screen.findByText('Open data literacy');
  place.go('deck');
  await fireEvent.click(await screen.findByTestId('export'));
  await waitFor(() => field('replace'));
}

describe('other files where a deck is to go', () => {
  it('are named in both languages, and asked about in words and not in arguments', async () => {
    await exported();
    const asked = field('replace');
    expect(asked.textContent).toContain('Keep these files, or replace them?');
    for (const name of decks) expect(asked.textContent).toContain(name);
    expect(screen.queryByTestId('alert')).toBeNull();
    expect(document.activeElement?.id).toBe('replace-title');
    await fireEvent.click(field('language-switch'));
    expect(asked.textContent).toContain('Garder ces fichiers ou les remplacer?');
    expect(asked.textContent).toContain('D’autres fichiers s’y trouvent déjà');
    expect(asked.textContent).not.toContain('--');
  });

  it('stay when they are to be kept', async () => {
    await exported([decks[0]!]);
    expect(field('replace').textContent).toContain('Keep this file, or replace it?');
    await fireEvent.click(field('replace-keep'));
    expect(screen.queryByTestId('replace')).toBeNull();
    expect(called('export_deck')).toHaveLength(1);
    expect(field('status-line').textContent).toContain('what is there stays');
    await waitFor(() => expect(document.activeElement).toBe(field('export')));
  });

  it('go when that is said', async () => {
    await exported();
    await fireEvent.click(field('replace-do'));
    await waitFor(() => field('exported'));
    expect(called('export_deck').map(([, given]) => given.replace)).toEqual([false, true]);
    expect(screen.queryByTestId('replace')).toBeNull();
  });

  it('are asked about anew when other decks are chosen meanwhile', async () => {
    await exported();
    await fireEvent.click(field('deck-fr').querySelector('input')!);
    await waitFor(() => expect(screen.queryByTestId('replace')).toBeNull());
    await fireEvent.click(field('export'));
    await waitFor(() => field('replace'));
    expect(called('export_deck').map(([, given]) => given.replace)).toEqual([false, false]);
  });
});

describe('other files where what can be read of a plan is to go', () => {
  it('stay until it is said that they may go', async () => {
    await openWindow((it) =>
      Object.assign(it, {
        stage: 'failed',
        taken: ['/plans/out/plan.json'],
        waysOut: [{ way: 'export_readable', transactions: 9, lost: 3, files: 0 }],
      }),
    );
    await fireEvent.click(await screen.findByTestId('way-export_readable'));
    await waitFor(() => expect(field('replace').textContent).toContain('/plans/out/plan.json'));
    await fireEvent.click(field('replace-do'));
    await screen.findByText('/plans/out/history.txt');
    expect(called('export_readable').map(([, given]) => given.replace)).toEqual([false, true]);
    expect(screen.queryByTestId('replace')).toBeNull();
  });
});
