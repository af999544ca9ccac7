// The window in jsdom, opened anew for each test.
import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { expect } from 'vitest';
import App from '../src/app/App.svelte';
import { notices } from '../src/state/notices.svelte';
import { place } from '../src/state/place.svelte';
import { Shell } from './shell';

/** The shell that the open window speaks to. */
export let shell: Shell;

const body = () => document.body;
export const field = (name: string) => within(body()).getByTestId(name);
export const called = (command: string) => shell.calls.filter(([name]) => name === command);

export const radio = (name: string) => field(name).querySelector('input') as HTMLInputElement;
export const card = (id: string) => document.querySelector(`[data-card="${id}"]`) as HTMLElement;
export const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? body(), { key, bubbles: true, ...more });

/** Opens a milestone by its card. */
export async function openMilestone(id: string) {
  await waitFor(() => expect(card(id)).toBeTruthy());
  card(id).focus();
  await fireEvent.click(card(id));
  await waitFor(() => field('drawer'));
}

/** Opens the whole window over a new shell. */
export async function openWindow(prepare: (shell: Shell) => void = () => {}) {
  shell = new Shell();
  prepare(shell);
  shell.install();
  render(App);
  await waitFor(() => expect(shell.calls.length).toBeGreaterThan(0));
}

/** The window as it is before anything was done in it. */
export function atTheBeginning() {
  localStorage.clear();
  place.go('board');
  place.close();
  place.finding = false;
  notices.clear();
  notices.say(() => '');
}
