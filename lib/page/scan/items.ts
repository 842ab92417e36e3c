import { natives } from '../natives';

/** An element, a comment, or a run of text: frameworks split a sentence into many text nodes. */
export type Item = Node | CharacterData[];

/** Nodes that are noted in one go: those of nearly every element, and a matter of milliseconds. */
const AT_ONCE = 4_000;

/**
 * The children of a node, as they were when it was entered: nodes that move or go meanwhile are for
 * the caller to pass over. Those of a node with very many are noted some at a time, and a run of text
 * is not cut by that.
 */
export class Items {
  #items: Item[] = [];
  #next = 0;
  /** The nodes that were noted last, to go on behind; empty: all were noted. */
  #last: Node[] = [];
  /** The page took away what was noted last, and with it the place to go on from. */
  isLost = false;

  constructor(readonly parent: Node) {
    this.#note(natives.firstChild(parent));
  }

  /** Null: there are no more. */
  next(): Item | null {
    while (this.#next >= this.#items.length && this.#last.length > 0) this.#note(this.#goOn());
    return this.#items[this.#next++] ?? null;
  }

  /** Behind the last node that is still here. */
  #goOn(): Node | null {
    const last = this.#last.findLast((node) => natives.parentNode(node) === this.parent);
    if (last) return natives.nextSibling(last);
    this.isLost = true;
    return null;
  }

  #note(first: Node | null): void {
    const items: Item[] = [];
    const noted: Node[] = [];
    let run: CharacterData[] | null = null;
    let node = first;
    for (; node && (noted.length < AT_ONCE || run); node = natives.nextSibling(node)) {
      noted.push(node);
      const type = natives.nodeType(node);
      if (type === TEXT || type === CDATA) {
        const text = node as CharacterData; // the type says so
        if (run) {
          run.push(text);
        } else {
          run = [text];
          items.push(run);
        }
      } else if (type === COMMENT) {
        items.push(node);
      } else if (type === ELEMENT) {
        run = null;
        items.push(node);
      }
    }
    this.#items = items;
    this.#next = 0;
    this.#last = node ? noted : [];
  }
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const COMMENT = 8;
