import type { RegionId } from '../../protocol/consent-policy';
import { ccpa } from './ccpa';
import type { RegionPack } from './contract';
import { gdpr } from './gdpr';
import { telecom } from './telecom';
import { uk } from './uk';

export type { RegionPack } from './contract';

/** Every pack by its id; a report names the one that it was judged by. */
export const REGION_PACKS: Readonly<Record<RegionId, RegionPack>> = { gdpr, uk, ccpa, telecom };
