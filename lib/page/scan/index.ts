import { recogniseUrl } from '../../pii';
import type { ScanRequest } from '../../protocol/audit';
import type { FrameEvidence } from '../../protocol/evidence';
import { redactUrl } from '../../report/redact-url';
import { natives } from '../natives';
import { ElementView } from '../node-view';
import { childFramesOf } from './child-frames';
import { Collector } from './collector';
import type { ScanPorts } from './contract';
import { scanFields } from './field-step';
import { placeOfFrame } from './outer-frames';
import { NO_SURROUNDINGS, Place } from './place';
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
  const collector = new Collector(request);
  const texts = new Texts(collector);
  const outer = placeOfFrame(document);
  const walk = new Walk(document, outer, texts, ports);
  while (walk.step()) {
    const rest = slices.rest();
    if (rest) await rest;
  }
  await scanFields(walk.found.fields, texts, slices);
  const { href, origin } = addressOf(document);
  scanPageUrl(document, href, outer, collector);
  return {
    frameId: 0,
    url: redactUrl(href),
    origin,
    elements: walk.found.elements,
    shadowRoots: walk.found.shadowRoots,
    values: collector.values,
    sightings: collector.sightings,
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

const PAGE = { selector: ':root', template: ':root' };

function scanPageUrl(
  document: Document,
  href: string,
  outer: Place | null,
  collector: Collector,
): void {
  const root = natives.documentElement(document);
  if (!root || !/^https?:/.test(href)) return;
  collector.values += 1;
  const place = new Place(new ElementView(root, 0), 'child', outer, NO_SURROUNDINGS, null);
  for (const match of recogniseUrl(href)) {
    collector.add({
      place,
      channel: 'page-url',
      // The fragment is one to recorders, whatever is in it.
      attribute: href.slice(0, match.start).includes('#') ? '#' : match.parameter,
      match,
      value: href.slice(match.start, match.end),
      location: PAGE,
    });
  }
}
