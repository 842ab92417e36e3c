import type { FrameEvidence } from '../../protocol/evidence';
import { originOf } from '../../report/redact-url';
import { getter, isHtml, natives } from '../natives';
import type { Collector } from './collector';
import { LIMITS } from './contract';
import type { Place } from './place';

type ChildFrame = FrameEvidence['childFrames'][number];

/** The frames in a document. Each is scanned by its own scanner, or named as not read. */
export function childFramesOf(
  places: readonly Place[],
  collector: Collector,
  ownOrigin: string,
): ChildFrame[] {
  const frames = places.filter(({ view }) => holdsDocument(view.element, view.tag));
  collector.truncated += Math.max(0, frames.length - LIMITS.childFrames);
  return frames.slice(0, LIMITS.childFrames).map(({ view }) => {
    const sameOrigin = contentDocumentOf(view.element) !== null;
    const { width, height } = natives.box(view.element);
    return {
      selector: collector.locate(view.element).selector,
      origin: sameOrigin ? ownOrigin : foreignOrigin(view.element, ownOrigin).slice(0, 300),
      sameOrigin,
      visible: width > 1 && height > 1,
    };
  });
}

/** Objects and embeds mostly hold pictures and plug-ins; a document only where the browser says so. */
function holdsDocument(element: Element, tag: string): boolean {
  if (tag === 'object' || tag === 'embed') {
    const type = natives.attribute(element, 'type') ?? '';
    return contentDocumentOf(element) !== null || /html/i.test(type);
  }
  return true;
}

function contentDocumentOf(element: Element): Document | null {
  try {
    if (isHtml(element, 'iframe')) return natives.contentDocument(element);
    // Only frames and objects come here, and both have the property; a page can't shadow it.
    return (element as HTMLObjectElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** Of a frame whose document cannot be reached: by its address, or opaque where that says nothing. */
function foreignOrigin(element: Element, ownOrigin: string): string {
  const sandbox = natives.attribute(element, 'sandbox');
  if (sandbox !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(sandbox)) return 'null';
  const address = natives.attribute(element, 'src') ?? natives.attribute(element, 'data') ?? '';
  const origin = originOf(resolve(address, baseUri(element)));
  // The address is of this origin and the document is not: it has moved on to who knows where.
  return origin === ownOrigin ? 'null' : origin;
}

function resolve(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return '';
  }
}

const baseUri = getter(Node.prototype, 'baseURI');
