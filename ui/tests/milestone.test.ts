// A milestone beside the board, over the invented shell: what a user does and then sees.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bilingual, Status } from '../src/state/api';
import { place } from '../src/state/place.svelte';
import {
  atTheBeginning,
  called,
  card,
  field,
  openMilestone,
  openWindow,
  press,
  radio,
  shell,
} from './desk';

beforeEach(atTheBeginning);
afterEach(cleanup);

describe('a milestone', () => {
  it('is saved with the heads that the form showed', async () => {
    await openWindow();
    await openMilestone('milestone-2-1');
    await fireEvent.click(radio('completion-SP'));
    await fireEvent.click(radio('outlook-on_hold'));
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(called('set_milestone_status')).toHaveLength(1));
    const [, given] = called('set_milestone_status')[0]!;
    expect(given).toMatchObject({
      milestone: 'milestone-2-1',
      status: { completion: 'SP', outlook: 'on_hold' },
      bases: { status: ['milestone-2-1-first'] },
    });
    await waitFor(() => expect(field('status-line').textContent).toContain('Status saved'));
  });

  it('asks for evidence before it is complete, and goes to where it is added', async () => {
    await openWindow();
    await openMilestone('milestone-1-2');
    await fireEvent.click(radio('completion-C'));
    await fireEvent.click(field('save'));
    await screen.findByText('Add the link that shows that it is complete.');
    expect(called('set_milestone_status')).toHaveLength(0);
    expect((document.activeElement as HTMLElement).dataset.testid).toBe('evidence-add');
  });

  it('keeps what was typed when Escape closes it, and gives the focus back to its card', async () => {
    await openWindow();
    await openMilestone('milestone-2-1');
    await fireEvent.input(field('reason'), { target: { value: 'Elections in October' } });
    await press('Escape');
    await waitFor(() => expect(screen.queryByTestId('drawer')).toBeNull());
    expect(document.activeElement).toBe(card('milestone-2-1'));
    expect(field('status-line').textContent).toContain('is kept');
    await openMilestone('milestone-2-1');
    expect((field('reason') as HTMLTextAreaElement).value).toBe('Elections in October');
  });

  it('gets back what was typed when the window is opened again', async () => {
    await openWindow();
    await openMilestone('milestone-2-1');
    await fireEvent.input(field('reason'), { target: { value: 'Elections in October' } });
    cleanup();
    place.close();
    await openWindow();
    await screen.findByText('Unsaved text kept');
    await openMilestone('milestone-2-1');
    expect((field('reason') as HTMLTextAreaElement).value).toBe('Elections in October');
    screen.getByText('What you had typed is still here, not saved yet.');
  });

  it('that changed meanwhile shows both, and saves mine over it on the new heads', async () => {
    await openWindow();
    await openMilestone('milestone-2-1');
    await fireEvent.input(field('reason'), { target: { value: 'Elections in October' } });
    await shell.elsewhere('milestone-2-1', { completion: 'SP', outlook: 'on_hold' });
    await waitFor(() => field('changed-meanwhile'));
    expect((field('reason') as HTMLTextAreaElement).value).toBe('Elections in October');
    expect((field('save') as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.click(field('keep-mine'));
    await waitFor(() => expect(called('set_milestone_status')).toHaveLength(1));
    expect(called('set_milestone_status')[0]![1].bases).toEqual({ status: ['change-1'] });
  });

  it('that changed meanwhile is saved with the very words that were shown', async () => {
    const reason = (en: string, fr: string): Bilingual => ({
      en,
      fr,
      source: 'en',
      state: 'approved',
    });
    const status = (it: Bilingual): Status => ({
      completion: 'LP',
      outlook: 'at_risk',
      reason: it,
    });
    const first = reason('Lost staff', 'Perte de personnel');
    await openWindow((it) => it.set('milestone-2-1', status(first)));
    await openMilestone('milestone-2-1');
    await fireEvent.click(field('evidence-add'));
    await fireEvent.input(screen.getByTestId('evidence-address'), {
      target: { value: 'https://example.org/' },
    });
    await shell.elsewhere('milestone-2-1', status(reason('Elections', 'Élections')));
    await waitFor(() => field('changed-meanwhile'));
    await fireEvent.click(field('keep-mine'));
    await waitFor(() => expect(called('set_milestone_status')).toHaveLength(1));
    // Not the other one's translation beside these words.
    expect((called('set_milestone_status')[0]![1].status as Status).reason).toEqual(first);
  });

  it('that changed meanwhile is held to what it was changed to', async () => {
    await openWindow();
    await openMilestone('milestone-2-3');
    await fireEvent.click(radio('completion-LP'));
    const complete: Status = { completion: 'C', evidence: [{ en: 'https://example.org/' }] };
    await shell.elsewhere('milestone-2-3', complete);
    await waitFor(() => field('changed-meanwhile'));
    await fireEvent.click(field('keep-mine'));
    await screen.findByText('Say why, in a short sentence.');
    expect(called('set_milestone_status')).toHaveLength(0);
    field('changed-meanwhile');
  });

  it('in which nothing was typed simply shows what changed', async () => {
    await openWindow();
    await openMilestone('milestone-2-1');
    await shell.elsewhere('milestone-2-1', { completion: 'SP', outlook: 'on_hold' });
    await waitFor(() => expect(radio('completion-SP').checked).toBe(true));
    expect(screen.queryByTestId('changed-meanwhile')).toBeNull();
  });

  it('with two versions is resolved by choosing one', async () => {
    await openWindow((it) => {
      it.set('milestone-2-1', { completion: 'SP', outlook: 'on_track' }, []);
    });
    await openMilestone('milestone-2-1');
    const buttons = await screen.findAllByTestId('resolve');
    expect(buttons).toHaveLength(2);
    await fireEvent.click(buttons[1]!);
    await waitFor(() => expect(called('act')).toHaveLength(1));
    expect(called('act')[0]![1].action).toMatchObject({
      action: 'resolve',
      field: 'status',
      value: { completion: 'SP', outlook: 'on_track' },
      bases: { status: ['milestone-2-1-first', 'change-1'] },
    });
  });

  it('is only shown to a reader, with the reason', async () => {
    await openWindow((it) => (it.identity = { name: 'R', roles: [{ role: 'reader' }] }));
    await openMilestone('milestone-2-1');
    screen.getByText('Readers see the status and do not change it.');
    expect(screen.queryByTestId('save')).toBeNull();
  });

  it('whose saving is refused says why until that is dismissed, and keeps what was typed', async () => {
    await openWindow();
    await openMilestone('milestone-2-1');
    await fireEvent.input(field('reason'), { target: { value: 'Elections in October' } });
    shell.refusal = { code: 'failure-status-needs-reason', args: {} };
    await fireEvent.click(field('save'));
    const alert = await screen.findByTestId('alert');
    expect((field('reason') as HTMLTextAreaElement).value).toBe('Elections in October');
    await fireEvent.click(within(alert).getByRole('button'));
    expect(screen.queryByTestId('alert')).toBeNull();
  });
});
