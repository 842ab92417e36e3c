import type { Message } from '../../core/message';
import type { Capture, RecorderId } from '../../protocol/recorders';
import type { Border, Judgement, NodeView } from '../contract';
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
  /** Whether blocking a host keeps out the shadow root that it gets later, too. */
  readonly blockReachesLateRoot?: boolean;
  /** A select's own `value` attribute is always replaced by the value of what is selected. */
  readonly selectValueReplaced: boolean;
  /** Structured data in scripts is recorded although script text is not. */
  readonly recordsJsonLd: boolean;
  /** A mark on an element itself that opens what is masked there, text and value alike. */
  unmasks?(view: NodeView): boolean;
  /** Selectors that stand in for an option of that name where its own is not valid. */
  readonly insteadOfInvalid?: Readonly<Record<'maskTextSelector' | 'blockSelector', string>>;
  /** The table of input types takes no other kinds than those in it. */
  readonly closedInputTable?: boolean;
  /** A placeholder is masked as the value of its field is. */
  readonly masksPlaceholders?: boolean;
  /** Masks that the vendor decides about itself, for all that rrweb hands to it. */
  readonly ownMasks?: OwnMasks;
  /** How an option is written in the vendor's own init call: `maskAllInputs: true`. */
  writeOption(option: string): string;
  /** Under which name the options in force hold an option of rrweb's; absent: not by one of its own. */
  optionName?(name: string): string;
  /** What becomes of the page's address, where the vendor differs from rrweb. */
  pageUrl(parameter: string | undefined): { capture: Capture; because: Message } | null;
  /** What a click sends of the text of an element, beside the text in the snapshot. */
  clickedText(view: NodeView | null): Judgement;
  /**
   * What becomes of what the page writes to the console.
   *
   * @param method of the console; empty: any.
   */
  console(method: string): Judgement;
  /**
   * What becomes of the addresses that the page loads from, apart from those in its markup.
   *
   * @param parameter of the query; `#` for the fragment, empty for the path.
   */
  resourceUrl(parameter: string): Judgement;
  /** What to write to keep the query out of the recording. */
  readonly urlFix: { readonly kind: 'option' | 'markup'; readonly text: string };
}

/**
 * Callbacks that a vendor masks with, walked top down. They are asked about text outside of scripts and
 * styles, and about values and placeholders of the fields that are masked by type.
 */
export interface OwnMasks {
  enter(view: NodeView, via: Border): OwnMasks;
  /** @param inRoot the text stands straight in a shadow root, in no element. */
  text(inRoot: boolean): Judgement;
  /** @param key the kind of field, as a person would name it. */
  value(view: NodeView, key: string): Judgement;
  /** An attribute that an option names for masking; null: no option is about it. */
  attribute?(view: NodeView, name: string): Judgement | null;
}
