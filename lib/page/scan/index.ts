import type { FrameEvidence } from '../../protocol/evidence';
import type { ScanRequest } from '../../protocol/scan-request';
import { redactUrl } from '../../report/redact-url';
import { natives } from '../natives';
import { scanAddresses } from './addresses';
import { childFramesOf } from './child-frames';
import { Collector } from './collector';
import type { ScanPorts } from './contract';
import { scanFields } from './field-step';
import { placeOfFrame } from './outer-frames';
import { createSlices } from './slices';
import { Texts } from './texts';
import { Walk } from './walk';

export type { ScanPorts } from './contract';

/**
 * Gathers the evidence of one frame: every personal value, by class, place and channel, with what
 * each recorder would take of it. No raw value is in it. Works in short slices, so that the page
 * goes on meanwhile. Frames inside are named and not entered: each has a scanner of its own.
 *
 * @throws the signal's reason where the scan was stopped.
 */
export async function scanFrame(
  document: Document,
  request: ScanRequest,
  ports: ScanPorts,
): Promise<FrameEvidence> {
  const began = ports.now();
  const slices = createSlices(ports);
  const roots = request.recorders.map(ports.judgeAt);
  const collector = new Collector(request, roots, ports.memory ?? null, ports.onSighting);
  const texts = new Texts(collector, ports.onValue);
  const outer = placeOfFrame(document);
  const walk = new Walk(document, outer, texts, ports);
  while (walk.step()) {
    const rest = slices.rest();
    if (!rest) continue;
    await rest;
    if (slices.isOver()) walk.stop();
  }
  await scanFields(walk.found.fields, texts, slices);
  const { href, origin } = addressOf(document);
  scanAddresses(document, href, outer, collector, ports.onValue);
  return {
    frameId: 0,
    url: redactUrl(href),
    origin,
    elements: walk.found.elements,
    shadowRoots: walk.found.shadowRoots,
    values: collector.values,
    sightings: collector.sightings,
    fidelity: collector.fidelity,
    childFrames: childFramesOf(walk.found.frames, collector, origin),
    truncated: collector.truncated,
    durationMs: ports.now() - began,
  };
}

/** A frame without an address of its own has the origin of whoever made it. */
function addressOf(document: Document): { readonly href: string; readonly origin: string } {
  const view = natives.window(document);
  return {
    href: view?.location.href ?? 'about:blank',
    origin: (view?.origin ?? 'null').slice(0, 300),
  };
}
