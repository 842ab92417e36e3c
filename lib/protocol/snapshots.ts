import * as v from 'valibot';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { ProvenanceSchema } from './heat';
import { HeatFiltersSchema, MAP_KINDS } from './heat-kinds';
import { entry, nothing } from './message-entry';

/** What a person calls a snapshot. */
export const SnapshotNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** A map that a person has saved, without its cells. Addresses are redacted. */
export const SnapshotSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^snapshot_[0-9a-f]{1,64}$/)),
  name: SnapshotNameSchema,
  savedAt: FiniteSchema,
  bytes: CountSchema,
  /** Where the map came from, as it was when it was saved. */
  provenance: ProvenanceSchema,
  map: v.picklist(MAP_KINDS),
  /** `places`, `elements` or `bands`, whichever the map is made of. */
  form: v.picklist(['places', 'elements', 'bands']),
  filters: HeatFiltersSchema,
  band: v.object({ min: CountSchema, max: CountSchema }),
  k: CountSchema,
  /** Clicks, or people for bands, rounded. */
  count: CountSchema,
});

export type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** What the browser says of its storage; null: it does not say. */
export const StorageSchema = v.nullable(v.object({ usage: FiniteSchema, quota: FiniteSchema }));

export type StorageUse = v.InferOutput<typeof StorageSchema>;

export const SnapshotListSchema = v.object({
  /** Saved last first. */
  snapshots: v.array(SnapshotSchema),
  storage: StorageSchema,
});

export type SnapshotList = v.InferOutput<typeof SnapshotListSchema>;

/** What saving the map of a tab would take, told before it is done. */
export const SnapshotOfferSchema = v.object({
  bytes: CountSchema,
  /** That little room is left; null: there is enough. */
  warning: v.nullable(MessageSchema),
});

export type SnapshotOffer = v.InferOutput<typeof SnapshotOfferSchema>;

const tab = { tabId: CountSchema };
const id = v.pipe(v.string(), v.maxLength(80));

/** Export is not among them: a file may be larger than a message may. Our page writes it itself. */
export const SNAPSHOT_MESSAGES = {
  /** What saving the map that a tab shows would take. */
  'snapshots.offer': entry('extension', v.object(tab), SnapshotOfferSchema),
  /** Under an id of the asker's making. */
  'snapshots.save': entry(
    'extension',
    v.object({ ...tab, id: SnapshotSchema.entries.id, name: SnapshotNameSchema }),
    SnapshotSchema,
  ),
  'snapshots.list': entry('extension', nothing, SnapshotListSchema),
  'snapshots.rename': entry(
    'extension',
    v.object({ id, name: SnapshotNameSchema }),
    SnapshotListSchema,
  ),
  /** Takes it out of every list; it can be put back for a while, and is deleted then. */
  'snapshots.remove': entry('extension', v.object({ id }), SnapshotListSchema),
  'snapshots.restore': entry('extension', v.object({ id }), SnapshotListSchema),
} as const;
