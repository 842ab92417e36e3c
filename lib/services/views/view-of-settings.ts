import { type Message, message } from '../../core/message';
import type { HeatSettings, HeatState } from '../../protocol/heat';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import type { Policy, SourceConfig } from '../../protocol/sources';
import type { View, ViewSource } from '../../protocol/views';
import { redactText } from '../../report/redact-text';
import { sourcesFor } from '../../sources/mapping';

/**
 * What a tab shows as a view, and what of it a view does not hold: somebody's own words. A pattern
 * stays where nothing in it looks like a person's.
 */
export function viewOf(
  state: Pick<HeatState, 'settings' | 'summary' | 'sources'>,
  configs: readonly SourceConfig[],
): { readonly view: View; readonly left: Message[] } {
  const { sourceId: _, hover: __, compare: ___, filters, ...settings } = state.settings;
  const { segment, pattern, ...numbers } = filters;
  const isPlain = pattern === null || redactText(pattern) === pattern;
  const left = [
    ...(segment === '' ? [] : [message('heat.view.left.segment')]),
    ...(isPlain ? [] : [message('heat.view.left.pattern')]),
  ];
  const view = {
    ...settings,
    // The band may be of a link's making; a view is strict about what it holds.
    band: settings.band && { min: settings.band.min, max: settings.band.max },
    source: sourceOf(state, configs),
    filters: { ...numbers, pattern: isPlain ? pattern : null },
  };
  return { view, left };
}

/** The settings that a view asks for, of the source that it was found to mean; what it does not say stays. */
export const settingsOf = (
  { source: _, filters, ...view }: View,
  sourceId: string | null,
  before: HeatSettings,
) =>
  ({
    ...before,
    ...view,
    compare: null,
    filters: { ...filters, segment: NO_FILTERS.segment },
    sourceId,
  }) satisfies HeatSettings;

/** Which source of this browser a view means; where none is it, why not and what to do. */
export function findSource(
  source: ViewSource | null,
  url: string,
  configs: readonly SourceConfig[],
  policy: Policy,
): { readonly sourceId: string | null; readonly missing: Message[] } {
  if (source === null) return { sourceId: null, missing: [] };
  if (!('host' in source)) {
    if (source.kind !== 'sample') {
      return { sourceId: null, missing: [message(`heat.view.missing.${source.kind}`)] };
    }
    const isOff = policy.featuresOff?.includes('sample') === true;
    return { sourceId: isOff ? null : 'sample', missing: [] };
  }
  const same = configs.filter((config) => isSameSource(source, config));
  const [fitting] = sourcesFor(url, same);
  if (fitting !== undefined) return { sourceId: fitting.id, missing: [] };
  const [known] = same;
  if (known !== undefined) {
    return { sourceId: null, missing: [message('heat.view.missing.otherSite', known.name)] };
  }
  const { host } = new URL(source.host);
  return {
    sourceId: null,
    missing: [message(`heat.view.missing.kind.${source.kind}`, host, redactText(source.project))],
  };
}

function sourceOf(
  { settings, summary, sources }: Pick<HeatState, 'settings' | 'summary' | 'sources'>,
  configs: readonly SourceConfig[],
): ViewSource | null {
  const id = summary?.provenance.sourceId ?? settings.sourceId;
  const config = configs.find((each) => each.id === id);
  if (config !== undefined) {
    return { kind: config.kind, host: config.host, project: projectOf(config) };
  }
  const kind = summary?.provenance.kind ?? sources.find((each) => each.id === id)?.kind;
  if (kind === 'snapshot' || kind === 'file' || kind === 'sample') return { kind };
  return null;
}

const isSameSource = (source: ViewSource, config: SourceConfig): boolean =>
  'host' in source &&
  source.kind === config.kind &&
  source.host === config.host &&
  source.project === projectOf(config);

/** What tells two sources of one kind and host apart. None of it is secret, and none is a user's name. */
function projectOf(config: SourceConfig): string {
  switch (config.kind) {
    case 'posthog':
    case 'openreplay':
      return config.projectId;
    case 'matomo':
      return `${config.path}${config.siteId}`.slice(0, MOST_PROJECT);
    case 'clickhouse':
      return `${config.database}.${config.table}`;
    case 'endpoint':
      return config.path.slice(0, MOST_PROJECT);
  }
}

const MOST_PROJECT = 200;
