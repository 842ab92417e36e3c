import type { Plugin } from 'vite';

const VOCABULARY = /\/lib\/pii\/.*\bvocabulary\b.*\.ts$/;

/**
 * Takes line breaks and indentation out of the vocabularies, which a scan injects into every frame:
 * a kilobyte of what is left after compression.
 */
export function squeezeVocabularies(): Plugin {
  return {
    name: 'hushmap:squeeze-vocabularies',
    enforce: 'pre',
    transform: (code, id) => (VOCABULARY.test(id) ? { code: squeezeLists(code), map: null } : null),
  };
}

/** The same source, with each comma-separated list in one line and without spaces around commas. */
export const squeezeLists = (code: string): string =>
  code.replace(/`[^`]*`/g, (list) =>
    list
      .replace(/\s*\n\s*/g, ' ')
      .replace(/, | ,/g, ',')
      .replace(/^` | `$/g, '`'),
  );
