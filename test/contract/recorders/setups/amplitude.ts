import type { Setup } from '../harness';

/** Amplitude with options of the init call, and of its server where the two are given as one. */
const GIVEN: readonly Omit<Setup, 'recorder'>[] = [
  { options: '{}' },
  { options: '{}', shape: 'email' },
  { options: `{ privacyConfig: { defaultMaskLevel: 'light' } }` },
  { options: `{ privacyConfig: { defaultMaskLevel: 'conservative' } }` },
  { options: `{ privacyConfig: { defaultMaskLevel: 'unheard of' } }` },
  { options: `{ privacyConfig: { maskSelector: ['.private', '[data-private]'] } }` },
  {
    options: `{ privacyConfig: { defaultMaskLevel: 'conservative', unmaskSelector: ['.public', 'title'] } }`,
  },
  {
    options: `{ privacyConfig: { defaultMaskLevel: 'light', maskSelector: ['.private'], unmaskSelector: ['.private', 'b', 'input'] } }`,
  },
  { options: `{ privacyConfig: { maskSelector: ['*'], unmaskSelector: ['*'] } }` },
  { options: `{ privacyConfig: { blockSelector: ['.private', 'svg'] } }` },
  { options: `{ privacyConfig: { blockSelector: '.private, [data-private]' } }` },
  { options: `{ privacyConfig: { blockSelector: ['.private', '..broken'] } }` },
  {
    options: `{ privacyConfig: { maskAttributes: ['title', 'placeholder', 'value', 'style', 'href'] } }`,
  },
  {
    options: `{ privacyConfig: { defaultMaskLevel: 'conservative', maskAttributes: ['title', 'alt', 'value', 'aria-label', 'src'], unmaskSelector: ['.public'] } }`,
  },
  {
    options: `{ privacyConfig: { defaultMaskLevel: 'light', maskAttributes: ['title', 'value', 'placeholder'], maskSelector: ['.private'] } }`,
  },
  { options: `{ shouldInlineStylesheet: false, crossOriginIframes: { enabled: true } }` },
  {
    options: `{ privacyConfig: { urlMaskLevels: [{ match: 'http://elsewhere.test/**', maskLevel: 'medium' }] } }`,
  },
];

export const amplitude: readonly Setup[] = GIVEN.map((given) => ({
  recorder: 'amplitude',
  ...given,
}));
