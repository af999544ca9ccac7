// What the finder offers: actions that match what is typed, and texts of the plan.
import { tick } from 'svelte';
import { redo, switchLanguage, undo, actionText } from '../state/commands';
import type { Hit } from '../state/api';
import { model } from '../state/model.svelte';
import { place, rooms, type Room } from '../state/place.svelte';
import { tag } from '../words/bundles';
import { otherLang, t, tIn } from '../words/words.svelte';

/** One line of the finder. */
export type Offer = {
  key: string;
  /** What kind of thing it is, in words. */
  about: string;
  text: string;
  /** The language of the text, where it is not the interface's. */
  lang?: string;
  /** Goes elsewhere, and takes the focus along. */
  moves: boolean;
  run: () => void;
};

/** A text without case, accents and ligatures. The plan's own search folds in Rust; this is for actions. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'");
}

async function goTo(room: Room): Promise<void> {
  place.go(room);
  await tick();
  document.getElementById('content')?.focus();
}

/** The actions whose name holds every word typed. */
export function actions(typed: string): Offer[] {
  const about = t('window-find-action');
  const all: Offer[] = rooms.map((room) => ({
    key: `room-${room}`,
    about,
    text: t('window-go-to', { room: t(`window-room-${room}`) }),
    moves: true,
    run: () => void goTo(room),
  }));
  all.push({
    key: 'language',
    about,
    text: tIn(otherLang(), 'window-language-name'),
    lang: tag[otherLang()],
    moves: false,
    run: () => void switchLanguage(),
  });
  if (model.undo)
    all.push({
      key: 'undo',
      about,
      text: t('window-undo-action', { action: actionText(model.undo) }),
      moves: false,
      run: () => void undo(),
    });
  if (model.redo)
    all.push({
      key: 'redo',
      about,
      text: t('window-redo-action', { action: actionText(model.redo) }),
      moves: false,
      run: () => void redo(),
    });
  const words = fold(typed).split(/\s+/);
  return all.filter((offer) => words.every((word) => fold(offer.text).includes(word)));
}

function open(hit: Hit): void {
  if (hit.kind === 'milestone') place.open(hit.id);
  else {
    void goTo('history');
    place.showHistory({ id: hit.id, title: hit.text });
  }
}

/** Texts of the plan as offers: a milestone opens, anything else shows its history. */
export function texts(hits: Hit[]): Offer[] {
  return hits.map((hit) => ({
    key: `${hit.id} ${hit.field} ${hit.lang}`,
    about: t(`kind-${hit.kind}`),
    text: hit.text,
    lang: hit.lang && tag[hit.lang],
    moves: true,
    run: () => open(hit),
  }));
}
