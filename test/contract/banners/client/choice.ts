import type { ChoiceState } from '../pages/page';
import type { Settings } from './settings';

/** The choice that an own banner keeps, in a cookie of its page alone. */
export interface ChoiceStore {
  read(): ChoiceState;
  write(state: ChoiceState): void;
}

const NAME = 'cookie_consent';
const HALF_A_YEAR = 60 * 60 * 24 * 180;

export function choiceStore({ page }: Settings): ChoiceStore {
  return {
    read: () => {
      const value = new RegExp(`(?:^|; )${NAME}=(\\w+)`).exec(document.cookie)?.[1];
      return value === 'accepted' || value === 'rejected' || value === 'withdrawn' ? value : 'none';
    },
    write: (state) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere.
      document.cookie = `${NAME}=${state}; path=/${page.name}; max-age=${HALF_A_YEAR}; samesite=lax`;
    },
  };
}
