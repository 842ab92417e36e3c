import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { type Ask, askList, type MatomoConfig } from './ask';
import { refuseOtherSite } from './explain';
import { isOfManyPages, isPlain, matchRules, RulesSchema, toFields } from './page-rules';

const Whole = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number)),
]);
const Share = v.union([
  v.number(),
  v.pipe(v.string(), v.regex(/^\d{1,3}(?:\.\d{1,4})?$/), v.transform(Number)),
]);

/** Of a heatmap's settings, those that are read. The picture of the page is neither asked for nor kept. */
const HeatmapSchema = v.object({
  idsitehsr: Whole,
  status: v.optional(v.nullable(v.string()), null),
  match_page_rules: v.unknown(),
  sample_rate: v.optional(v.nullable(v.unknown()), null),
});

export interface Heatmap {
  readonly id: number;
  /** Percent of page views that are recorded; null: not told. */
  readonly sampleRate: number | null;
  /** Its rules may be of other pages too. */
  readonly ofManyPages: boolean;
}

/**
 * The heatmap of a page: one that still records before one that has ended, the newest of several.
 * Throws what to do where there is none.
 */
export async function findHeatmap(ask: Ask, config: MatomoConfig, page: string): Promise<Heatmap> {
  const { host } = new URL(config.host);
  let unread = 0;
  for (const heatmap of ranked(await readHeatmaps(ask, config))) {
    const { rules } = heatmap;
    const match = rules === null ? 'unknown' : await isOfPage(ask, rules, page);
    if (match === 'unknown') unread += 1;
    else if (match === 'yes') return { ...heatmap, ofManyPages: isOfManyPages(rules ?? []) };
  }
  await refuseOtherSite(ask, config, page);
  if (unread > 0) throw new HushmapError('matomo.unreadRules', [host, unread]);
  throw new HushmapError('matomo.noHeatmap', [host, config.siteId]);
}

interface Found {
  readonly id: number;
  readonly isActive: boolean;
  readonly rules: v.InferOutput<typeof RulesSchema> | null;
  readonly sampleRate: number | null;
}

/** All heatmaps of the site. A heatmap of another form is a fault of the whole answer. */
export async function readHeatmaps(ask: Ask, config: MatomoConfig): Promise<Found[]> {
  const { host } = new URL(config.host);
  const rows = await askList(ask, 'HeatmapSessionRecording.getHeatmaps', host, {
    idSite: config.siteId,
    // The page as it was recorded: megabytes, and texts of a page that nobody asked for.
    includePageTreeMirror: '0',
  });
  return rows.map((row, i) => {
    const parsed = v.safeParse(HeatmapSchema, row);
    if (!parsed.success) {
      const field = v.getDotPath(parsed.issues[0]);
      throw new HushmapError('source.badShape', [host, field ? `${i}.${field}` : `${i}`]);
    }
    const { idsitehsr, status, match_page_rules, sample_rate } = parsed.output;
    const rules = v.safeParse(RulesSchema, match_page_rules);
    const rate = v.safeParse(Share, sample_rate);
    return {
      id: idsitehsr,
      isActive: status === 'active',
      rules: rules.success ? rules.output : null,
      sampleRate: rate.success && rate.output > 0 && rate.output <= 100 ? rate.output : null,
    };
  });
}

const ranked = (heatmaps: readonly Found[]): Found[] =>
  [...heatmaps].sort((a, b) => Number(b.isActive) - Number(a.isActive) || b.id - a.id);

const TestedSchema = v.object({
  matches: v.union([v.boolean(), v.picklist([0, 1, '0', '1', ''])]),
});

/**
 * A single plain rule is read here. For the others Matomo is asked; where it does not test them for
 * this key (that takes the right to write), they are read as far as they can be.
 */
async function isOfPage(ask: Ask, rules: v.InferOutput<typeof RulesSchema>, page: string) {
  const ours = matchRules(rules, page);
  if (isPlain(rules, page) || rules.length === 0) return ours;
  try {
    const answer = await ask('HeatmapSessionRecording.testUrlMatchPages', {
      url: page,
      ...toFields(rules),
    });
    if (!v.is(TestedSchema, answer)) return ours;
    return Number(answer.matches) === 1 ? 'yes' : 'no';
  } catch (cause) {
    if (cause instanceof HushmapError && REFUSED.includes(cause.code)) return ours;
    throw cause;
  }
}

const REFUSED = ['matomo.refused', 'source.unauthorized', 'source.forbidden', 'source.failed'];
