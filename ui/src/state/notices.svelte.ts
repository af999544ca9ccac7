// What the window tells: refusals, which stay until they are dismissed, and the
// one line that says what has just happened.
import { failureText } from '../words/words.svelte';
import type { Failure } from './api';

let next = 0;
const state = $state<{ alerts: { id: number; failure: Failure }[]; said: () => string }>({
  alerts: [],
  said: () => '',
});

/** Whether a thrown value is a refusal by the shell. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value && 'args' in value;
}

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
    const failure = isFailure(thrown)
      ? thrown
      : { code: 'failure-window', args: { detail: { text: String(thrown) } } };
    const words = failureText(failure);
    if (state.alerts.some((it) => failureText(it.failure) === words)) return;
    state.alerts.push({ id: next++, failure });
  },
  dismiss(id: number) {
    state.alerts = state.alerts.filter((it) => it.id !== id);
  },
  clear() {
    state.alerts = [];
  },
};
