import type { Message } from '../../core/message';
import type { Capture, RecorderId } from '../../protocol/recorders';
import type { Judgement, NodeView } from '../contract';
import type { FamilyOptions } from './options';

/** In what a recorder built on rrweb differs from it. */
export interface Dialect {
  readonly id: RecorderId;
  readonly name: string;
  readonly options: FamilyOptions;
  /** Levels below the document node that a snapshot holds; null: all. */
  readonly maxDepth: number | null;
  /** Whether blocking an iframe element also keeps its document out. */
  readonly blockReachesFrame: boolean;
  /** A select's own `value` attribute is always replaced by the value of what is selected. */
  readonly selectValueReplaced: boolean;
  /** Structured data in scripts is recorded although script text is not. */
  readonly recordsJsonLd: boolean;
  /** A mark on an element itself that opens what is masked there, text and value alike. */
  unmasks?(view: NodeView): boolean;
  /** How an option is written in the vendor's own init call: `maskAllInputs: true`. */
  writeOption(option: string): string;
  /** What becomes of the page's address, where the vendor differs from rrweb. */
  pageUrl(parameter: string | undefined): { capture: Capture; because: Message } | null;
  /** What a click sends of the text of an element, beside the text in the snapshot. */
  clickedText(view: NodeView | null): Judgement;
  /** What becomes of what the page writes to the console. */
  console(): Judgement;
  /** What becomes of the addresses that the page loads from, apart from those in its markup. */
  resourceUrl(): Judgement;
  /** What to write to keep the query out of the recording. */
  readonly urlFix: { readonly kind: 'option' | 'markup'; readonly text: string };
}
