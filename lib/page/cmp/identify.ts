import AutoConsent, { type evalSnippets } from '@duckduckgo/autoconsent';
import { IDENTIFY_ONLY } from './config';
import type { CmpRules } from './rules';

/** The consent platform of a page, as the rules name it. */
export interface IdentifiedCmp {
  readonly name: string;
  /** Its banner was seen open. */
  readonly popupOpen: boolean;
}

/** A small test that some rules make in the page's own world, from the package's own list. */
export interface PageTest {
  readonly id: keyof typeof evalSnippets | null;
  readonly code: string;
}

/** Runs a test in the page's own world, where the host can; null refuses all of them. */
export type EvalInPage = (test: PageTest) => Promise<unknown>;

/**
 * Which consent platform a page has, and whether its banner is open, by the rules of
 * `@duckduckgo/autoconsent` (MPL-2.0). They are used to name the platform and for nothing else: the
 * steps that click, hide or opt out are not in {@link CmpRules}, and the class here has no way to
 * take them. Runs in an isolated world. Null: none that the rules know, within five seconds.
 */
export function identifyCmp(
  rules: CmpRules,
  evalInPage: EvalInPage | null,
): Promise<IdentifiedCmp | null> {
  return new Promise((resolve) => {
    let name: string | null = null;
    const finish = (popupOpen: boolean): void => {
      clearTimeout(timer);
      resolve(name === null ? null : { name, popupOpen });
    };
    const timer = setTimeout(() => finish(false), LIMIT_MS);
    const answer = async (id: string, test: PageTest): Promise<void> => {
      const result = (await evalInPage?.(test).catch(() => false)) === true;
      await finder.receiveMessageCallback({ type: 'evalResp', id, result });
    };
    const finder: Finder = new Finder(
      async (message) => {
        if (message.type === 'cmpDetected') name ??= message.cmp;
        if (message.type === 'popupFound') {
          name = message.cmp;
          finish(true);
        }
        if (message.type === 'report' && ENDED.has(message.state.lifecycle)) finish(false);
        if (message.type === 'eval') {
          const test = { id: message.snippetId ?? null, code: message.code };
          // Only after the library has put down that it waits for an answer.
          setTimeout(() => void answer(message.id, test));
        }
      },
      IDENTIFY_ONLY,
      { autoconsent: [], compact: rules },
    );
  });
}

const LIMIT_MS = 5_000;
const ENDED: ReadonlySet<string> = new Set(['nothingDetected']);

/** The library's finder without hands. */
class Finder extends AutoConsent {
  override async doOptOut(): Promise<boolean> {
    return false;
  }
  override async doOptIn(): Promise<boolean> {
    return false;
  }
  override async doSelfTest(): Promise<boolean> {
    return false;
  }
  override prehideElements(): boolean {
    return false;
  }
}
