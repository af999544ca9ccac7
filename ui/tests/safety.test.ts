// What the window offers when a plan cannot be opened, and its backups.
import { emit } from '@tauri-apps/api/event';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WayOut } from '../src/state/api';
import { place } from '../src/state/place.svelte';
import { atTheBeginning, called, field, openWindow, shell } from './desk';
import type { Shell } from './shell';

beforeEach(atTheBeginning);
afterEach(cleanup);

describe('a plan that cannot be opened', () => {
  const ways: WayOut[] = [
    {
      way: 'restore_backup',
      name: 'yesterday',
      taken_at: '2019-09-12T12:00:00Z',
      transactions: 12,
    },
    { way: 'open_read_only' },
    { way: 'export_readable', transactions: 9, lost: 3, files: 0 },
    { way: 'choose_other' },
  ];
  const failed = (it: Shell) => Object.assign(it, { stage: 'failed', waysOut: ways });

  it('names its ways out in both languages, the most helpful first', async () => {
    await openWindow(failed);
    await screen.findByText('Restore the backup of September 12, 2019, 8:00 a.m.');
    screen.getByText('Actions that can be read: 9. Actions of which there are only traces: 3.');
    const [first] = field('ways-out').querySelectorAll('button');
    expect(first!.dataset.testid).toBe('way-restore_backup');
    await fireEvent.click(field('language-switch'));
    screen.getByText('Rétablir la sauvegarde du 12 septembre 2019, 8 h');
  });

  it('begins with the backup that was restored', async () => {
    await openWindow(failed);
    await fireEvent.click(await screen.findByTestId('way-restore_backup'));
    await screen.findByText('Open data literacy');
    expect(called('restore_backup')[0]![1]).toEqual({ name: 'yesterday' });
    expect(screen.queryByTestId('notice')).toBeNull();
  });

  it('is opened where it was moved to', async () => {
    const path = '/plans/plan.jalon';
    await openWindow((it) =>
      Object.assign(it, { stage: 'failed', waysOut: [{ way: 'open_at', path }] }),
    );
    await screen.findByText(`It was moved to ${path}, and is opened there from now on.`);
    await fireEvent.click(field('way-open_at'));
    await screen.findByText('Open data literacy');
    expect(called('open_moved')).toHaveLength(1);
  });

  it('says so when it can only be looked at', async () => {
    await openWindow(failed);
    await fireEvent.click(await screen.findByTestId('way-open_read_only'));
    await screen.findByTestId('notice');
  });
});

describe('a plan whose file is gone', () => {
  const ways: WayOut[] = [
    {
      way: 'restore_backup',
      name: 'yesterday',
      taken_at: '2019-09-12T12:00:00Z',
      transactions: 12,
    },
  ];
  const gone = (it: Shell) => Object.assign(it, { stage: 'first_run', waysOut: ways });

  it('is offered from its backups above the form of the first run, in both languages', async () => {
    await openWindow(gone);
    await screen.findByText('Restore the backup of September 12, 2019, 8:00 a.m.');
    const said = field('first-run-gone');
    expect(said.textContent).toContain(`its file is gone: ${shell.storePath}`);
    expect(said.textContent).toContain('restore it before you begin another one here');
    // No file is there to be kept beside it.
    expect(said.textContent).not.toContain('present file');
    const begins = field('first-run-begin');
    expect(said.compareDocumentPosition(begins)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await fireEvent.click(field('language-switch'));
    screen.getByText('Rétablir la sauvegarde du 12 septembre 2019, 8 h');
  });

  it('begins with the backup that was restored', async () => {
    await openWindow(gone);
    await fireEvent.click(await screen.findByTestId('way-restore_backup'));
    await screen.findByText('Open data literacy');
    expect(called('restore_backup')[0]![1]).toEqual({ name: 'yesterday' });
    expect(called('create_plan')).toHaveLength(0);
  });

  it('is looked for again where its disk may be back', async () => {
    await openWindow(gone);
    await screen.findByTestId('way-restore_backup');
    shell.stage = 'ready';
    await fireEvent.click(field('way-try_again'));
    await screen.findByText('Open data literacy');
  });

  it('is not spoken of where none was', async () => {
    await openWindow((it) => (it.stage = 'first_run'));
    await screen.findByTestId('first-run');
    expect(screen.queryByTestId('first-run-gone')).toBeNull();
    expect(screen.queryByTestId('ways-out')).toBeNull();
  });
});

describe('a plan that turns out to be damaged', () => {
  it('is not shown any longer, and its ways out are', async () => {
    await openWindow();
    await screen.findByText('Open data literacy');
    shell.waysOut = [{ way: 'open_read_only' }];
    await emit('failure', { code: 'failure-unknown', args: { code: { text: '26' } } });
    await screen.findByTestId('way-open_read_only');
    expect(screen.queryByText('Open data literacy')).toBeNull();
    // Said once, in the page.
    expect(screen.queryByTestId('alert')).toBeNull();
    await fireEvent.click(field('way-open_read_only'));
    await screen.findByTestId('notice');
    expect(screen.queryByTestId('alert')).toBeNull();
  });

  it('stays where nothing is to be done about what went wrong', async () => {
    await openWindow();
    await emit('failure', { code: 'failure-unknown', args: { code: { text: '26' } } });
    await screen.findByTestId('alert');
    screen.getByText('Open data literacy');
  });
});

describe('backups', () => {
  it('are listed, made, checked, and put back only when asked twice', async () => {
    await openWindow();
    place.go('settings');
    await screen.findByText('daily');
    await fireEvent.click(field('make-backup'));
    await waitFor(() => expect(field('backups').querySelectorAll('tbody tr')).toHaveLength(2));
    await fireEvent.click(screen.getAllByText('Check')[0]!);
    await waitFor(() => expect(field('status-line').textContent).toContain('12 recorded actions'));
    await fireEvent.click(screen.getAllByText('Restore…')[1]!);
    expect(called('restore_backup')).toHaveLength(0);
    await fireEvent.click(screen.getByText('Restore'));
    await waitFor(() => expect(called('restore_backup')[0]![1]).toEqual({ name: 'yesterday' }));
  });
});
