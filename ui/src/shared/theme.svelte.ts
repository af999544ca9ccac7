// Light, dark or high contrast: as the system says, or as chosen. The choice is
// this computer's and says nothing about the plan, so the web view keeps it.
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const key = 'jalon-theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrast = window.matchMedia('(prefers-contrast: more)');

const stored = themes.find((it) => it === localStorage.getItem(key));
let chosen = $state<Theme>(stored ?? 'system');

function show(): void {
  const root = document.documentElement.dataset;
  const isDark = chosen === 'dark' || (chosen !== 'light' && dark.matches);
  root.theme = isDark ? 'dark' : 'light';
  root.contrast =
    chosen === 'contrast' || (chosen === 'system' && contrast.matches) ? 'more' : 'normal';
}

export const theme = {
  get chosen() {
    return chosen;
  },
  set chosen(next: Theme) {
    chosen = next;
    localStorage.setItem(key, next);
    show();
  },
  /** Shows it, and follows the system from now on. */
  start(): void {
    show();
    for (const query of [dark, contrast]) query.addEventListener('change', show);
  },
};
