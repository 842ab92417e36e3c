import type { Message } from '../core/message';
import type { PageFacts } from '../protocol/audit';
import type { Fix } from '../protocol/evidence';
import type { Capture, Channel, RecorderId, RecorderState } from '../protocol/recorders';

/**
 * A session recorder: how it is seen on a page, the options that it runs with, and what it would
 * take of every value. Its rules are pure functions over a node view, walked top down, so that a
 * scan is linear in the size of the page.
 */
export interface Recorder {
  readonly id: RecorderId;
  readonly name: string;
  /** Finds the recorder in what the page showed; null where nothing of it was seen. */
  detect(facts: PageFacts): RecorderState | null;
  /** Its documented defaults, for a recorder that is not on the page yet. */
  assume(options?: Readonly<Record<string, unknown>>): RecorderState;
  /** Rules at the document's root; null: not implemented, so every capture is `unknown`. */
  judge(state: RecorderState): NodeJudge | null;
}

/** What a recorder does with one element; made top down. */
export interface NodeJudge {
  /**
   * The judge of a child. `via` says which border was crossed to reach it. Text that stands straight in
   * a shadow root is asked about at `enter(view, via)` with the host's own view.
   */
  enter(view: NodeView, via: Border): NodeJudge;
  /**
   * What becomes of a value of this element. `attribute` is the name for attribute channels; for
   * `page-url` it may be the query parameter's name, or `#` for the fragment.
   *
   * `clicked-text` asks what a click on this element sends of the text in it, beside what the
   * recording holds of that text anyway. `console`, `resource-url` and `page-url` are asked at the
   * document's root or at the element concerned.
   *
   * @param value the text asked about; absent where a field is empty and will hold who knows what.
   */
  capture(channel: Channel, attribute?: string, value?: AskedValue): Judgement;
}

/** A raw value, for recorders whose rules look at the content. It never leaves the frame. */
export interface AskedValue {
  /** The whole text node, attribute or property, as the recorder meets it. */
  readonly whole: string;
  /** The part of it that is asked about; the same as `whole` where all of it is. */
  readonly part: string;
}

/** Capture rules of one recorder. */
export interface CaptureRules {
  /** Major versions that the rules hold for; `any`: the recorder has no versions to tell apart. */
  readonly majors: readonly number[] | 'any';
  /** Held to what the real recorder sends; false: read in its documentation alone. */
  readonly verified: boolean;
  /** Rules at the document's root. */
  judge(state: RecorderState): NodeJudge;
  /** Whether what is in a frame of the page is recorded as well; null: can't tell. */
  recordsFrame(
    options: Readonly<Record<string, unknown>>,
    frame: { readonly sameOrigin: boolean },
  ): boolean | null;
}

export type Border = 'child' | 'shadow-open' | 'shadow-closed' | 'iframe';

export interface Judgement {
  readonly capture: Capture;
  readonly because: Message;
  /** The nearest thing that would mend it; null where it is not plain or nothing would. */
  readonly fix: Fix | null;
  /** Where a mark that stands here is mistaken for a mask. */
  readonly trap?: 'ignore-is-not-mask';
}

/** What rules may ask of an element. No DOM: the frame, evidence and tests each bring their own. */
export interface NodeView {
  /** Lower case. */
  readonly tag: string;
  /** Names of its attributes, in their order. */
  attributeNames(): readonly string[];
  /** Raw attribute, or null. */
  attribute(name: string): string | null;
  /** The `type` property of an input (normalised by the browser), else empty. */
  readonly type: string;
  /** Whether the `value` property is the empty string. */
  readonly valueIsEmpty: boolean;
  /** Whether the `value` property is the same text as the `value` attribute; absent: not known. */
  readonly valueIsAttribute?: boolean;
  hasClass(name: string): boolean;
  classNames(): readonly string[];
  /** Null: the selector is not valid. */
  matches(selector: string): boolean | null;
  /** Depth below the document element, which has 0. */
  readonly depth: number;
  /** Whether it has light child nodes of any kind: elements, text (white space too), comments. */
  readonly hasLightChildren: boolean;
}
