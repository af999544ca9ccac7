// Words of the window in the current language. Components call `t`, which reads
// the language as state: switching it re-renders every word at once.
import type { FluentVariable } from '@fluent/bundle';
import type { Bilingual, Failure, Lang, Pair } from '../state/api';
import { format, hasMessage } from './bundles';
import type { Messages } from './keys';

/** A message's key. */
export type Key = keyof Messages;
type Args<K extends Key> = [Messages[K]] extends [never]
  ? []
  : [args: Record<Messages[K], FluentVariable>];

const current = $state<{ lang: Lang }>({ lang: 'en' });

/** The interface language. */
export function lang(): Lang {
  return current.lang;
}

/** Switches the interface language. */
export function setLang(lang: Lang): void {
  current.lang = lang;
}

/** The language that is not the interface's. */
export function otherLang(): Lang {
  return current.lang === 'en' ? 'fr' : 'en';
}

/** A message in the interface language. */
export function t<K extends Key>(key: K, ...args: Args<K>): string {
  return format(current.lang, key, args[0]);
}

/** A message in a given language, for what names that language itself. */
export function tIn<K extends Key>(lang: Lang, key: K, ...args: Args<K>): string {
  return format(lang, key, args[0]);
}

/** The side of a pair that the interface language shows. */
export function of(pair: Pair): string {
  return pair[current.lang];
}

/** A text for the reader, and the language that it really is in. */
export interface Readable {
  text: string;
  lang: Lang;
}

/** A bilingual text as read in the interface language: the other side when this one is empty. */
export function readable(pair: Bilingual | undefined): Readable {
  const own = current.lang;
  const other = own === 'en' ? 'fr' : 'en';
  const text = pair?.[own] ?? '';
  if (text || !pair) return { text, lang: own };
  return { text: pair[other] ?? '', lang: other };
}

/** A text without the translation that was made from other words. */
export function upToDate(pair: Bilingual): Bilingual {
  if (pair.state !== 'stale') return pair;
  return { ...pair, [pair.source === 'en' ? 'fr' : 'en']: '' };
}

/** A failure in words. The messages in it have its texts, numbers and dates for their variables. */
export function failureText(failure: Failure): string {
  const own = current.lang;
  const plain: Record<string, FluentVariable> = {};
  for (const [name, arg] of Object.entries(failure.args)) {
    if ('text' in arg) plain[name] = arg.text;
    else if ('number' in arg) plain[name] = arg.number;
    else if ('pair' in arg) plain[name] = arg.pair[own];
  }
  const args = { ...plain };
  for (const [name, arg] of Object.entries(failure.args)) {
    if ('message' in arg) args[name] = format(own, arg.message, plain);
  }
  if (hasMessage(own, failure.code)) return format(own, failure.code, args);
  return t('window-failure-unknown', { code: failure.code });
}
