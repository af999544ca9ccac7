// What the window tells: refusals, which stay until they are dismissed, and the
// one line that says what has just happened.
import { failureText } from '../words/words.svelte';
import type { Failure, Refused } from './api';

let next = 0;
const state = $state<{
  alerts: { id: number; failure: Failure; details: Failure[] }[];
  said: () => string;
}>({
  alerts: [],
  said: () => '',
});

/** Whether a thrown value is a refusal by the shell. */
export function isFailure(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'code' in value && 'args' in value;
}

const wordsOf = (alert: { failure: Failure; details: Failure[] }) =>
  [alert.failure, ...alert.details].map(failureText).join('\n');

export const notices = {
  get alerts() {
    return state.alerts;
  },
  /** What happened last, in the present language. */
  get said() {
    return state.said();
  },
  /** Announces a result; it follows the language when that is switched. */
  say(words: () => string) {
    state.said = words;
  },
  /** Shows a refusal until it is dismissed; the same one is not shown twice. */
  refuse(thrown: unknown) {
    const failure: Refused = isFailure(thrown)
      ? thrown
      : { code: 'failure-window', args: { detail: { text: String(thrown) } } };
    const alert = { id: next++, failure, details: failure.details ?? [] };
    const words = wordsOf(alert);
    if (!state.alerts.some((it) => wordsOf(it) === words)) state.alerts.push(alert);
  },
  dismiss(id: number) {
    state.alerts = state.alerts.filter((it) => it.id !== id);
  },
  clear() {
    state.alerts = [];
  },
};
