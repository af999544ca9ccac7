// The window in jsdom, opened anew for each test.
import { render, waitFor, within } from '@testing-library/svelte';
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
