import type { RecorderId } from '../../protocol/recorders';

/** What a vendor's documentation says of one kind of value; `unknown`: it says nothing. */
export type Documented = 'plain' | 'masked' | 'absent' | 'unknown';

/** The capture rules of a recorder as its documentation tells them. Nobody has compared them with it. */
export interface DocumentedRules {
  readonly id: RecorderId;
  /** What happens without any mark. */
  readonly text: Documented;
  readonly inputs: Documented;
  /** Fields that are masked whatever stands around them; passwords always are. */
  readonly alwaysMasked: readonly string[];
  /** Selectors of marks. They count on the element and below it unless `unmask` says otherwise. */
  readonly mask: readonly string[];
  readonly block: readonly string[];
  readonly unmask: readonly string[];
  /** Fields alone: the mark covers what is typed and not the text. */
  readonly maskInputs?: readonly string[];
  /**
   * How a mask and an unmask meet: the mask wins wherever it stands, the nearer one wins, or an unmask
   * counts only on the very field that carries it.
   */
  readonly precedence: 'mask-wins' | 'nearest' | 'unmask-on-field';
  /** The mark to put on an element, as it is written in markup. */
  readonly fix: { readonly kind: 'class' | 'attribute'; readonly text: string };
  /** Whether fields in frames are recorded; null: the documentation says nothing. */
  readonly frames: boolean | null;
  /** What the vendor's own init options change. */
  readonly withOptions?: (
    options: Readonly<Record<string, unknown>>,
  ) => Partial<Pick<DocumentedRules, 'text' | 'inputs'>>;
}
