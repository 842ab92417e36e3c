import type { Message } from '../core/message';
import { sha256Hex } from '../core/sha256';
import type { Finding } from '../protocol/findings';

/** What a rule must say of a finding; the rest has a plain default. */
export type Draft = Pick<Finding, 'rule' | 'half' | 'outcome' | 'severity'> & {
  readonly text: Message;
} & Partial<Finding>;

/** A whole finding. Its id is a digest of `identity`: the same exposure has it in the next scan. */
export function finding(draft: Draft, identity: readonly string[]): Finding {
  return {
    target: { frame: 0, selector: '' },
    template: '',
    channel: null,
    attribute: '',
    pii: null,
    recorder: null,
    capture: null,
    why: [],
    fix: null,
    places: 1,
    preview: '',
    at: null,
    resolution: null,
    ...draft,
    id: `${draft.rule}-${sha256Hex(JSON.stringify(identity)).slice(0, 16)}`,
  };
}
