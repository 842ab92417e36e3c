/** Defaults of Sentry Replay 11 (docs.sentry.io, session replay, privacy; checked in the package). */
export const DEFAULT_OPTIONS = {
  maskAllText: true,
  maskAllInputs: true,
  blockAllMedia: true,
  mask: [],
  unmask: [],
  block: [],
  unblock: [],
  maskAttributes: ['title', 'placeholder', 'aria-label'],
} as const;

/** Selectors that are added to those of the init call. */
export const OWN_SELECTORS = {
  mask: '.sentry-mask,[data-sentry-mask]',
  block: '.sentry-block,[data-sentry-block],base,iframe[srcdoc]:not([src])',
} as const;

export const MEDIA_SELECTOR =
  'img,image,svg,video,object,picture,embed,map,audio,link[rel="icon"],link[rel="apple-touch-icon"]';

/** Class names of rrweb, which Sentry's copy of it keeps. */
export const RRWEB_CLASSES = { mask: 'rr-mask', block: 'rr-block' } as const;

/** An input is masked whatever the options say where its `autocomplete` is one of these, exactly. */
export const FORCED_AUTOCOMPLETE: ReadonlySet<string> = new Set([
  'current-password',
  'new-password',
  'cc-number',
  'cc-exp',
  'cc-exp-month',
  'cc-exp-year',
  'cc-csc',
]);

/** Types that `maskAllInputs` does not cover, apart from buttons, whose label is an attribute. */
export const NOT_ALL_INPUTS: ReadonlySet<string> = new Set(['file', 'image', 'reset']);
