// What is typed in one plan stays that plan's, wherever the window goes.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drafts } from '../src/milestone/drafts.svelte';
import { model } from '../src/state/model.svelte';
import { place } from '../src/state/place.svelte';
import { atTheBeginning, field, openWindow, shell } from './desk';

beforeEach(atTheBeginning);
afterEach(cleanup);

const milestone = 'milestone-2-1';
const reason = () => (field('reason') as HTMLTextAreaElement).value;
const waits = (path: string) => localStorage.getItem(`jalon-draft ${path} ${milestone}`);

async function type(text: string) {
  place.open(milestone);
  await waitFor(() => field('drawer'));
  await fireEvent.input(field('reason'), { target: { value: text } });
  await waitFor(() => expect(waits(shell.storePath)).toContain(text));
}

/** Opens or moves a plan from the settings, by the file that the dialog names. */
async function elsewhere(button: string, path: string) {
  shell.chosen = path;
  place.go('settings');
  await fireEvent.click(await screen.findByText(button));
  await waitFor(() => expect(model.storePath).toBe(path));
}

describe('what was typed', () => {
  it('is not shown in another plan, nor written into it, and is there again afterwards', async () => {
    await openWindow();
    await screen.findByText('Open data literacy');
    const first = shell.storePath;
    await type('Elections in October');
    await elsewhere('Open another plan…', '/plans/other.jalon');
    expect(drafts.isWaiting(milestone)).toBe(false);
    await type('Lost again');
    expect(waits(first)).toContain('Elections in October');
    expect(waits('/plans/other.jalon')).toContain('Lost again');
    await elsewhere('Open another plan…', first);
    place.open(milestone);
    await waitFor(() => expect(reason()).toBe('Elections in October'));
  });

  it('goes along when the plan is moved, and is there at the next start', async () => {
    await openWindow();
    await screen.findByText('Open data literacy');
    const first = shell.storePath;
    await type('Elections in October');
    await elsewhere('Move this plan…', '/plans/moved.jalon');
    expect(waits(first)).toBeNull();
    place.open(milestone);
    await waitFor(() => expect(reason()).toBe('Elections in October'));
    cleanup();
    place.close();
    await openWindow((it) => (it.storePath = '/plans/moved.jalon'));
    await screen.findByText('Unsaved text kept');
  });

  it('in a plan that was moved meanwhile comes along when it is opened there', async () => {
    await openWindow();
    await screen.findByText('Open data literacy');
    await type('Elections in October');
    cleanup();
    place.close();
    await openWindow((it) =>
      Object.assign(it, { stage: 'failed', waysOut: [{ way: 'open_at', path: it.chosen }] }),
    );
    await fireEvent.click(await screen.findByTestId('way-open_at'));
    await screen.findByText('Unsaved text kept');
    expect(waits('/plans/other.jalon')).toContain('Elections');
  });

  it('takes the place of nothing that waits where the plan was moved to', async () => {
    await openWindow();
    await screen.findByText('Open data literacy');
    const first = shell.storePath;
    await type('Elections in October');
    localStorage.setItem(
      `jalon-draft /plans/moved.jalon ${milestone}`,
      waits(first)!.replace(/Elections/, 'Snow'),
    );
    await elsewhere('Move this plan…', '/plans/moved.jalon');
    expect(waits('/plans/moved.jalon')).toContain('Snow in October');
    expect(waits(first)).toContain('Elections in October');
  });

  it('in a file whose name goes on after another one’s is not taken for the other’s', async () => {
    await openWindow();
    await screen.findByText('Open data literacy');
    await type('Elections in October');
    const kept = waits(shell.storePath)!;
    localStorage.setItem('jalon-draft /plans/a.jalon b milestone-1-1', kept);
    await elsewhere('Open another plan…', '/plans/a.jalon');
    expect(drafts.get('b milestone-1-1')).toBeUndefined();
  });

  it('closes with the drawer in which it stood when another plan is opened', async () => {
    await openWindow();
    await screen.findByText('Open data literacy');
    await type('Elections in October');
    model.begin({ ...(await start()), store_path: '/plans/other.jalon' });
    await waitFor(() => expect(screen.queryByTestId('drawer')).toBeNull());
    expect(waits('/plans/other.jalon')).toBeNull();
  });
});

async function start() {
  const { api } = await import('../src/state/api');
  return api.start();
}
