import type { PageFacts } from '../../protocol/audit';
import type { RecorderId, RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { signsOf } from '../sightings';

/** A recorder by its globals, its script, its traffic or what it stores. Its options can't be read. */
export const detectBySigns =
  (id: RecorderId) =>
  (facts: PageFacts): RecorderState | null => {
    const { globals, script, sent, stored } = signsOf(id, facts);
    if (!globals && !script && !sent && !stored) return null;
    return seen(id, {}, { recording: sent ? true : null, version: globals?.version });
  };
