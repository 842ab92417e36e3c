import { sha256Hex } from '../core/sha256';
import { isPersonal } from '../protocol/pii-classes';
import type { MaskingArtifacts } from './contract';
import { identityOf, predictionsOf } from './exposures';

/**
 * The kinds of exposure that a page shows, as one digest: the sorted set of frame origin × template
 * × channel × attribute × class × recorder × capture. A new row of a known template changes nothing,
 * a new kind of exposure does.
 */
export function exposureSignature(artifacts: MaskingArtifacts): string {
  const { kinds, messages } = kindsOf(artifacts);
  const apart = [...kinds.values()].filter(
    ({ place, pii }) => pii === 'message' || !messages.has(place),
  );
  return sha256Hex(JSON.stringify(apart.map(({ kind }) => kind).sort()));
}

interface Kind {
  readonly kind: string;
  readonly place: string;
  readonly pii: string;
}

/** An address inside a private message is part of the message: what becomes of one becomes of both. */
function kindsOf(artifacts: MaskingArtifacts): { kinds: Map<string, Kind>; messages: Set<string> } {
  const kinds = new Map<string, Kind>();
  const messages = new Set<string>();
  for (const frame of artifacts.frames) {
    for (const sighting of frame.sightings) {
      if (!isPersonal(sighting.pii)) continue;
      const predictions = predictionsOf(sighting, frame, artifacts);
      for (const prediction of predictions.length > 0 ? predictions : [null]) {
        const identity = identityOf(frame, sighting, prediction);
        const kind = identity.join('\n');
        const place = identity.filter((_, part) => part !== CLASS_PART).join('\n');
        if (sighting.pii === 'message' && sighting.channel === 'text') messages.add(place);
        kinds.set(kind, { kind, place, pii: sighting.pii });
      }
    }
  }
  return { kinds, messages };
}

/** Where the class stands in an identity. */
const CLASS_PART = 4;
