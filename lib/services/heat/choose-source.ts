import { type Message, message } from '../../core/message';
import type { HeatSettings, HeatState } from '../../protocol/heat';
import type { Snapshot } from '../../protocol/snapshots';
import type { Policy, SourceConfig } from '../../protocol/sources';
import { pageForSource, sourcesFor } from '../../sources/mapping';
import { sourceOf } from '../../sources/registry';

export type SourceChoice =
  | { readonly kind: 'source'; readonly config: SourceConfig; readonly page: string }
  | { readonly kind: 'file'; readonly mapId: string }
  | { readonly kind: 'snapshot'; readonly mapId: string }
  | { readonly kind: 'sample' }
  | { readonly kind: 'none'; readonly reason: Message };

interface Offer {
  readonly url: string;
  readonly settings: HeatSettings;
  readonly configured: readonly SourceConfig[];
  readonly fileMapId: string | null;
  /** Those that fit the page, saved last first. */
  readonly snapshots?: readonly Snapshot[];
  readonly policy: Policy;
}

/**
 * Which source a page's heat comes from: the one that was chosen, else the file that was opened,
 * else the first that has data of this origin, else the snapshot of this page that was saved last, else
 * sample data, which is marked as such.
 */
export function chooseSource(offer: Offer): SourceChoice {
  const refused = refusal(offer);
  if (refused !== null) return { kind: 'none', reason: refused };
  const fitting = sourcesFor(offer.url, offer.configured);
  const chosen = offer.settings.sourceId;
  const off = offer.policy.featuresOff ?? [];
  if (chosen === 'sample' && !off.includes('sample')) return { kind: 'sample' };
  const mayRead = !off.includes('file');
  if (mayRead && (chosen === 'file' || chosen === null) && offer.fileMapId !== null) {
    return { kind: 'file', mapId: offer.fileMapId };
  }
  const snapshots = offer.snapshots ?? [];
  const saved = snapshots.find(({ id }) => id === chosen);
  if (saved !== undefined) return { kind: 'snapshot', mapId: saved.id };
  const config = fitting.find(({ id }) => id === chosen) ?? fitting[0];
  if (config !== undefined) {
    return { kind: 'source', config, page: pageForSource(offer.url, config) };
  }
  // The source is gone, and what was saved of it is not.
  const [latest] = snapshots;
  if (latest !== undefined) return { kind: 'snapshot', mapId: latest.id };
  if (offer.configured.length > 0) {
    return { kind: 'none', reason: message('heat.reason.noSourceForPage') };
  }
  if (off.includes('sample')) {
    return { kind: 'none', reason: message('error.source.notConfigured') };
  }
  return { kind: 'sample' };
}

/** What the side panel may offer for this page. */
export function listSources(offer: Offer): HeatState['sources'] {
  const off = offer.policy.featuresOff ?? [];
  return [
    ...sourcesFor(offer.url, offer.configured).map((config) => ({
      id: config.id,
      name: config.name,
      kind: config.kind,
      abilities: sourceOf(config).abilities(config),
    })),
    ...(offer.snapshots ?? []).map(({ id, name }) => ({
      id,
      name,
      kind: 'snapshot' as const,
      abilities: null,
    })),
    ...(offer.fileMapId !== null && !off.includes('file')
      ? [{ id: 'file', name: 'file', kind: 'file' as const, abilities: null }]
      : []),
    ...(off.includes('sample')
      ? []
      : [{ id: 'sample', name: 'sample', kind: 'sample' as const, abilities: null }]),
  ];
}

function refusal({ url, policy }: Offer): Message | null {
  if (policy.featuresOff?.includes('heat')) return message('error.policy.forbids', 'heat');
  const { origin } = new URL(url);
  if (policy.allowedOrigins !== undefined && !policy.allowedOrigins.includes(origin)) {
    return message('error.policy.forbids', origin);
  }
  return null;
}
