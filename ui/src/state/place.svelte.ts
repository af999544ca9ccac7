// Where in the window the user is: the room, the milestone in the drawer, and
// what history is narrowed to.
export const rooms = ['board', 'deck', 'history', 'settings'] as const;
export type Room = (typeof rooms)[number];

let room = $state<Room>('board');
let milestone = $state<string | undefined>();
let historyOf = $state<{ id: string; title: string } | undefined>();
let finding = $state(false);

export const place = {
  get room() {
    return room;
  },
  /** The milestone in the drawer. */
  get milestone() {
    return milestone;
  },
  get historyOf() {
    return historyOf;
  },
  /** Whether the finder is open. */
  get finding() {
    return finding;
  },
  set finding(open: boolean) {
    finding = open;
  },
  go(to: Room) {
    room = to;
    historyOf = undefined;
    if (to !== 'board') milestone = undefined;
  },
  open(id: string) {
    room = 'board';
    milestone = id;
  },
  close() {
    milestone = undefined;
  },
  showHistory(of: { id: string; title: string }) {
    room = 'history';
    milestone = undefined;
    historyOf = of;
  },
};
