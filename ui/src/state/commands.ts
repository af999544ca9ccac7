// What the user does, from wherever it is asked for: a button, a key, the finder.
import { lang, otherLang, readable, setLang, t } from '../words/words.svelte';
import { api, type ActionName, type Failure, type Lang, type Patch } from './api';
import { model } from './model.svelte';
import { isFailure, notices } from './notices.svelte';

/** Runs a command; a refusal is shown in words. Whether it succeeded. */
export async function attempt(command: () => Promise<void>): Promise<boolean> {
  try {
    await command();
    return true;
  } catch (thrown) {
    notices.refuse(thrown);
    return false;
  }
}

/**
 * Runs a command that writes files whose names nobody has chosen; where others stand there,
 * that is asked about and is no refusal. Whether it succeeded.
 */
export async function attemptToWrite(
  command: () => Promise<void>,
  ask: (taken: Failure) => void,
): Promise<boolean> {
  let written = true;
  const ran = await attempt(async () => {
    try {
      await command();
    } catch (thrown) {
      if (!isFailure(thrown) || thrown.code !== 'failure-shell-file-taken') throw thrown;
      written = false;
      ask(thrown);
    }
  });
  return ran && written;
}

/** An action's name in words. */
export function actionText(name: ActionName): string {
  return t(`action-${name}`);
}

/** An action with the milestone that it was about, where it was about one. */
function actionOn(name: ActionName, patch: Patch): string {
  const touched = patch.changes.upserted.filter((it) => it.kind === 'milestone');
  const card = touched.length === 1 && touched[0] ? model.card(touched[0].id) : undefined;
  const action = actionText(name);
  if (!card) return action;
  return t('window-action-on', { action, number: card.number, title: readable(card.title).text });
}

/** Takes back one's own latest action. */
export async function undo(): Promise<void> {
  const action = model.undo;
  if (!action) return;
  await attempt(async () => {
    const patch = await api.undo();
    model.apply(patch);
    notices.say(() => t('window-undone', { action: actionOn(action, patch) }));
  });
}

/** Does again what was last taken back. */
export async function redo(): Promise<void> {
  const action = model.redo;
  if (!action) return;
  await attempt(async () => {
    const patch = await api.redo();
    model.apply(patch);
    notices.say(() => t('window-redone', { action: actionOn(action, patch) }));
  });
}

/** Switches the window's language at once; the shell remembers it. */
export async function switchLanguage(to: Lang = otherLang()): Promise<void> {
  if (to === lang()) return;
  setLang(to);
  await attempt(() => api.setLanguage(to));
}
