import type { Message } from '../../../lib/core/message';
import type { PagesOfPattern } from '../../../lib/protocol/pages';

export interface PagesProps {
  /** Patterns that the page of the tab may be one of. */
  readonly onPropose: () => Promise<readonly string[]>;
  /** The pages that a pattern holds, as far as it can be told. */
  readonly onMatch: (pattern: string) => Promise<PagesOfPattern | { readonly refused: Message }>;
}
