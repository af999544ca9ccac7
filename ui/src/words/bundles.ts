// The same Fluent files as the Rust side reads. What only the command line says
// is left out of the window's build.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Lang } from '../state/api';

const sources = import.meta.glob<string>(
  [
    '../../../src-tauri/crates/words/locales/*/*.ftl',
    '!../../../src-tauri/crates/words/locales/*/cli*.ftl',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** The BCP 47 tag of an interface or content language. */
export const tag: Record<Lang, string> = { en: 'en-CA', fr: 'fr-CA' };

function bundle(lang: Lang): FluentBundle {
  // Both languages run left to right, and isolation marks would stand in
  // accessible names and in what is copied.
  const made = new FluentBundle(tag[lang], { useIsolating: false });
  for (const [path, text] of Object.entries(sources)) {
    if (path.includes(`/${tag[lang]}/`)) made.addResource(new FluentResource(text));
  }
  return made;
}

const bundles: Record<Lang, FluentBundle> = { en: bundle('en'), fr: bundle('fr') };

/** Whether the key is a message. */
export function hasMessage(lang: Lang, key: string): boolean {
  return bundles[lang].hasMessage(key);
}

/** A message by its key; the key itself where there is none, so that a gap is seen. */
export function format(lang: Lang, key: string, args?: Record<string, FluentVariable>): string {
  const pattern = bundles[lang].getMessage(key)?.value;
  if (!pattern) return key;
  return bundles[lang].formatPattern(pattern, args, []);
}
