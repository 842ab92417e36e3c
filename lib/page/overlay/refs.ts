import { natives } from '../natives';

/** Numbers for elements, so that another context can speak of one without holding it. */
export class ElementRefs {
  private readonly numbers = new WeakMap<Element, number>();
  private readonly elements = new Map<number, WeakRef<Element>>();
  private next = 1;

  /** The same number for the same element, always. */
  of(element: Element): number {
    const known = this.numbers.get(element);
    if (known !== undefined) return known;
    const number = this.next++;
    this.numbers.set(element, number);
    this.elements.set(number, new WeakRef(element));
    return number;
  }

  /** Its number, if it has one. */
  known(element: Element): number | undefined {
    return this.numbers.get(element);
  }

  /** A page has drawn an element anew: the number goes on with the one in its place. */
  rebind(number: number, element: Element): void {
    this.numbers.set(element, number);
    this.elements.set(number, new WeakRef(element));
  }

  /** The element, unless it has left the page. */
  get(number: number): Element | null {
    const element = this.elements.get(number)?.deref();
    return element !== undefined && natives.isConnected(element) ? element : null;
  }

  /** Drops the numbers of elements that are gone. */
  sweep(): void {
    for (const [number, element] of this.elements) {
      if (element.deref() === undefined) this.elements.delete(number);
    }
  }
}
