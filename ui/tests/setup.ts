// jsdom has no media queries; the theme asks for them when it is loaded.
window.matchMedia = () => ({ matches: false, addEventListener: () => {} }) as never;
