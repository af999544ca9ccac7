// What the user does, from wherever it is asked for: a button, a key, the finder.
import { lang, otherLang, setLang, t } from '../words/words.svelte';
import { api, type ActionName, type Lang } from './api';
import { model } from './model.svelte';
import { notices } from './notices.svelte';

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

/** An action's name in words. */
export function actionText(name: ActionName): string {
  return t(`action-${name}`);
}

/** Takes back one's own latest action. */
export async function undo(): Promise<void> {
  const action = model.undo;
  if (!action) return;
  await attempt(async () => {
    model.apply(await api.undo());
    notices.say(() => t('window-undone', { action: actionText(action) }));
  });
}

/** Does again what was last taken back. */
export async function redo(): Promise<void> {
  const action = model.redo;
  if (!action) return;
  await attempt(async () => {
    model.apply(await api.redo());
    notices.say(() => t('window-redone', { action: actionText(action) }));
  });
}

/** Switches the window's language at once; the shell remembers it. */
export async function switchLanguage(to: Lang = otherLang()): Promise<void> {
  if (to === lang()) return;
  setLang(to);
  await attempt(() => api.setLanguage(to));
}
