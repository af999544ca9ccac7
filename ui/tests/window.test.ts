// The whole window in jsdom, over the invented shell: what a user does and then sees.
import axe from 'axe-core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

describe('the board', () => {
  it('shows the five priorities in both languages, at once', async () => {
    await openWindow();
    await screen.findByText('Open data literacy');
    expect(screen.getAllByTestId('column')).toHaveLength(5);
    await fireEvent.click(field('language-switch'));
    screen.getByText('Littératie en matière de données ouvertes');
    expect(document.documentElement.lang).toBe('fr-CA');
    expect(screen.queryByText('Open data literacy')).toBeNull();
    expect(field('language-switch').textContent).toBe('English');
  });

  it('has one card in the tab order, and arrow keys reach the rest', async () => {
    await openWindow();
    await waitFor(() => card('milestone-1-1'));
    expect(document.querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1);
    card('milestone-1-1').focus();
    await press('ArrowRight');
    await press('ArrowDown');
    expect((document.activeElement as HTMLElement).dataset.card).toBe('milestone-2-2');
    expect(card('milestone-2-2').tabIndex).toBe(0);
  });

  it('says in words what the councils are owed a correction of', async () => {
    await openWindow((it) => it.toCorrect.add('milestone-2-1'));
    await screen.findByText('correction owed: reported complete');
    expect(screen.getAllByTestId('to-correct')).toHaveLength(1);
  });

  it('says of a card that has evidence and no news both, in both languages', async () => {
    await openWindow((it) => {
      const { status } = it.plan.milestones['milestone-4-2']!;
      status.evidence = [{ en: 'https://example.org/' }];
    });
    await waitFor(() => card('milestone-4-2'));
    const about = document.getElementById('about-milestone-4-2')!;
    expect(about.textContent).toContain('1 evidence link · no news');
    await fireEvent.click(field('language-switch'));
    expect(about.textContent).toContain('1 preuve · sans nouvelles');
  });

  it('says how a plan comes in when there is no priority', async () => {
    await openWindow((it) => Object.assign(it.plan, { priorities: {}, milestones: {} }));
    await screen.findByText('No priority yet');
  });
});

describe('the first run', () => {
  it('asks who I am and begins with the sample', async () => {
    await openWindow((it) => (it.stage = 'first_run'));
    await fireEvent.click(await screen.findByTestId('first-run-begin'));
    await screen.findByText('Enter a name; history shows it.');
    await fireEvent.input(field('who-name'), { target: { value: 'Dominique Roy' } });
    await fireEvent.change(field('jurisdiction'), { target: { value: 'CA-AB' } });
    await fireEvent.click(field('first-run-begin'));
    await waitFor(() => field('board'));
    expect(called('create_plan')[0]![1]).toEqual({
      sample: true,
      identity: { name: 'Dominique Roy', roles: [{ role: 'co_chair', jurisdiction: 'CA-AB' }] },
      lang: 'en',
    });
  });
});

describe('the deck', () => {
  const goToDeck = async () => {
    await waitFor(() => card('milestone-1-1'));
    await fireEvent.click(field('room-deck'));
  };

  it('is exported as a draft in both languages, unless something else is asked for', async () => {
    await openWindow();
    await goToDeck();
    await fireEvent.click(field('export'));
    await waitFor(() => field('exported'));
    expect(called('export_deck')[0]![1]).toEqual({
      langs: ['en', 'fr'],
      final_: false,
      replace: false,
    });
    expect(field('exported').textContent).toContain(
      'GTGOC-Conseils-mixtes-2019-09-25-fr-ebauche.pptx',
    );
  });

  it('is not offered as final while something stands in its way, which is named', async () => {
    await openWindow((it) => {
      it.blockers = [{ code: 'failure-link-malformed', args: {} }];
    });
    await goToDeck();
    await fireEvent.click(radio('deck-final'));
    await waitFor(() => expect(field('blockers').textContent).toContain('One thing stands'));
    expect((field('export') as HTMLButtonElement).disabled).toBe(true);
  });

  it('that is refused is refused with all that the refusal counts', async () => {
    await openWindow();
    await goToDeck();
    const at = (slide: number) => ({
      code: 'failure-deck-figures-differ',
      args: { slide: { number: slide }, en: { text: '115' }, fr: { text: '151' } },
    });
    const args = { count: { number: 2 } };
    shell.refusal = { code: 'failure-deck-parity', args, details: [at(5), at(7)] };
    await fireEvent.click(field('export'));
    const alert = await screen.findByTestId('alert');
    expect(alert.textContent).toContain('differ in 2 places');
    expect([...alert.querySelectorAll('li')].map((it) => it.textContent)).toEqual([
      'Slide 5: the figures differ. English: 115. French: 151.',
      'Slide 7: the figures differ. English: 115. French: 151.',
    ]);
    await fireEvent.click(field('language-switch'));
    expect(alert.textContent).toContain('Diapositive 7');
  });

  it('says what is to be settled and keeps no deck back', async () => {
    await openWindow((it) => {
      const args = {
        kind: { message: 'kind-tabled_deck' },
        id: { text: 'd1' },
        field: { message: 'field-version' },
        what: { message: 'problem-tabled-twice' },
        others: { text: 'd2' },
      };
      it.warnings = [{ code: 'failure-problem', args }];
    });
    await goToDeck();
    await waitFor(() => expect(field('warnings').textContent).toContain('same number (d2)'));
    await fireEvent.click(radio('deck-final'));
    expect((field('export') as HTMLButtonElement).disabled).toBe(false);
  });
});

describe('history', () => {
  it('of what is not for the user says whom it is for, and not that nothing was done', async () => {
    const withheld = { en: 'Told only to the secretariat', fr: 'Dit seulement au secrétariat' };
    await openWindow((it) => (it.withheld = withheld));
    await waitFor(() => card('milestone-1-1'));
    place.showHistory({ id: 'challenge-1', title: 'Bandwidth' });
    await waitFor(() => expect(field('history').textContent).toContain(withheld.en));
    expect(field('history').textContent).not.toContain('Nothing has been done yet.');
    await fireEvent.click(field('language-switch'));
    expect(field('history').textContent).toContain(withheld.fr);
  });

  it('without an entry says that nothing was done', async () => {
    await openWindow();
    await waitFor(() => card('milestone-1-1'));
    place.go('history');
    await screen.findByText('Nothing has been done yet.');
  });
});

describe('the finder', () => {
  it('opens a milestone by its text', async () => {
    await openWindow();
    await waitFor(() => card('milestone-1-1'));
    await press('k', { ctrlKey: true });
    const input = await screen.findByTestId('search-input');
    await fireEvent.input(input, { target: { value: 'GCCOLLAB' } });
    await waitFor(() => expect(called('search')).toHaveLength(1));
    await waitFor(() =>
      expect(screen.getAllByTestId('offer')[0]!.textContent).toContain('GCcollab'),
    );
    await fireEvent.keyDown(input, { key: 'Enter' });
    await waitFor(() => expect(field('drawer').textContent).toContain('Charter toolkit'));
    await new Promise((done) => setTimeout(done, 50));
    expect(document.activeElement?.id).toBe('drawer-title');
  });
});

describe('accessibility, as far as axe sees it without a screen', () => {
  const rooms: [string, () => Promise<unknown>][] = [
    ['board', async () => {}],
    ['drawer', () => openMilestone('milestone-2-1')],
    ['deck', () => fireEvent.click(field('room-deck'))],
    [
      'the question about other files',
      async () => {
        shell.taken = ['/home/x/deck.pptx'];
        place.go('deck');
        await fireEvent.click(await screen.findByTestId('export'));
        await screen.findByTestId('replace');
      },
    ],
    ['history', () => fireEvent.click(field('room-history'))],
    ['settings', () => fireEvent.click(field('room-settings'))],
  ];
  it.each(rooms)('finds no fault in %s', async (_, go) => {
    await openWindow();
    await waitFor(() => card('milestone-1-1'));
    await go();
    await faultless();
  });

  it('finds no fault in the first run', async () => {
    await openWindow((it) => (it.stage = 'first_run'));
    await screen.findByTestId('first-run');
    await faultless();
  });

  it('finds no fault in the finder', async () => {
    await openWindow();
    await waitFor(() => card('milestone-1-1'));
    await press('k', { ctrlKey: true });
    await screen.findByTestId('search-input');
    await faultless();
  });

  async function faultless() {
    document.title = 'Jalon';
    // Colours need a real rendering; the real-window test looks at them.
    const found = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((it) => `${it.id}: ${it.nodes[0]?.html}`)).toEqual([]);
  }
});
