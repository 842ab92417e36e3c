import type { Frame } from 'playwright';
import type { Channel } from '../../../lib/protocol/recorders';

/** Where to look in a page. */
export interface Place {
  readonly selector: string;
  readonly channel: Channel;
  readonly attribute: string;
}

/** What a person (or a recorder without rules) finds in one place, from every element that matches. */
export async function readChannel(frame: Frame, place: Place): Promise<string[]> {
  if (place.channel === 'page-url') return [frame.url()];
  if (place.channel === 'document-title') return [await frame.title()];
  const [host, inside] = place.selector.split(' >>> ');
  if (inside !== undefined) return readShadow(frame, host ?? '', inside);
  return frame.locator(place.selector).evaluateAll(
    (elements, { channel, attribute }) =>
      elements.map((element) => {
        if (channel === 'text' || channel === 'option-text') return element.textContent ?? '';
        if (channel === 'file-name') {
          return element instanceof HTMLInputElement ? (element.files?.[0]?.name ?? '') : '';
        }
        if (channel === 'value' && 'value' in element) return String(element.value);
        // Where the property holds something else, nobody reads the attribute.
        const written = element.getAttribute('value');
        if (channel === 'value-attribute' && 'value' in element && element.value !== '') {
          return element.value === written ? (written ?? '') : '';
        }
        return element.getAttribute(attribute) ?? '';
      }),
    { channel: place.channel, attribute: place.attribute },
  );
}

/** Through the debugger, which sees closed shadow roots too. */
async function readShadow(frame: Frame, host: string, inside: string): Promise<string[]> {
  const session = await frame.page().context().newCDPSession(frame.page());
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: host,
  });
  const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true });
  const shadow = node.shadowRoots?.[0];
  if (!shadow) return [];
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration:
      'function (selector) { return [...this.querySelectorAll(selector)].map((e) => e.textContent) }',
    arguments: [{ value: inside }],
    returnByValue: true,
  });
  await session.detach();
  return Array.isArray(result.value) ? result.value : [];
}
