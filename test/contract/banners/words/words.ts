import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import { ja } from './ja';
import { nl } from './nl';
import { pl } from './pl';
import { sv } from './sv';

/** What the shop and its banner say, in one language. */
export interface Words {
  readonly site: {
    readonly title: string;
    readonly lead: string;
    readonly cards: readonly (readonly [name: string, text: string])[];
    readonly second: string;
    readonly secondText: string;
    readonly back: string;
    readonly privacyText: string;
    readonly chat: string;
    readonly signIn: string;
    readonly email: string;
    readonly password: string;
  };
  readonly banner: {
    readonly title: string;
    /** Names the recording of sessions, and nothing else. */
    readonly text: string;
    /** Speaks of statistics alone. */
    readonly unnamed: string;
    readonly accept: string;
    readonly reject: string;
    readonly settings: string;
    readonly save: string;
    readonly close: string;
    /** On a cross that accepts. */
    readonly closeAccepts: string;
    readonly ok: string;
    readonly later: string;
    readonly policy: string;
    /** In the footer: the way back. */
    readonly reopen: string;
  };
  readonly purposes: Readonly<
    Record<
      'essential' | 'recording' | 'statistics' | 'bundled' | 'interest',
      readonly [title: string, text: string]
    >
  >;
}

export const WORDS = { en, de, fr, es, it, nl, pl, sv, ja } as const satisfies Readonly<
  Record<string, Words>
>;

export type Lang = keyof typeof WORDS;

export const wordsIn = (lang: Lang): Words => WORDS[lang];
