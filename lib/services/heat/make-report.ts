import { HushmapError } from '../../core/errors';
import type { Translate } from '../../core/message';
import { encodeBase64 } from '../../heatmap/base64';
import { stitch } from '../../platform/picture';
import type { HeatState } from '../../protocol/heat';
import type { HeatComparison } from '../../protocol/heat-comparison';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { ReportPicture } from '../../report/heat-report/figure';
import { type HeatReport, heatReport } from '../../report/heat-report/report';
import { bothOf } from '../../report/painted-scale';
import { comparedCaption, takeBoth } from './compare/pictures';
import { captionOf } from './picture-caption';
import { type PagePicture, takePicture } from './take-picture';

type Ask = <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;

/**
 * Takes the pictures of what a tab shows and writes its report: of one map, or of two while they are
 * compared. The view is put back as it was.
 *
 * @throws HushmapError `picture.none`
 */
export async function makeReport(
  tabId: number,
  ask: Ask,
  t: Translate,
  takenAt: number,
): Promise<{ readonly state: HeatState; readonly file: string }> {
  const state = await ask('heat.state', { tabId });
  if (state.summary === null) throw new HushmapError('picture.none');
  const found = await ask('heat.comparison', { tabId });
  const comparison = bothOf(state, found) === null ? null : found;
  const pictures =
    comparison === null
      ? await takeOne(tabId, state, ask, t, takenAt)
      : await takeAll(tabId, { state, comparison }, ask, t, takenAt);
  // After the pictures, whose numbers they are.
  const told = (await ask('pins.list', { tabId })).map(({ pin, number, ref }) => {
    const { label, role, note } = pin;
    return { number, label, role, note, isHere: ref !== null };
  });
  const file = heatReport({ state, comparison, pictures, pins: told, takenAt }, t);
  return { state: await ask('heat.state', { tabId }), file };
}

async function takeOne(
  tabId: number,
  state: HeatState,
  ask: Ask,
  t: Translate,
  takenAt: number,
): Promise<HeatReport['pictures']> {
  const picture = await takePicture(tabId, ask);
  const { lines, legend } = captionOf({ state, comparison: null }, takenAt, picture.cut, t);
  return { a: await reported(picture, lines, legend), b: null, difference: null };
}

/** The difference, A and B, whichever of them the page shows. */
async function takeAll(
  tabId: number,
  { state, comparison }: { readonly state: HeatState; readonly comparison: HeatComparison },
  ask: Ask,
  t: Translate,
  takenAt: number,
): Promise<HeatReport['pictures']> {
  const { compare } = state.settings;
  if (compare === null) throw new HushmapError('picture.none');
  const settings = { compare: { ...compare, view: 'difference' as const } };
  try {
    const shown = await ask('heat.set', { tabId, settings });
    const picture = await takePicture(tabId, ask);
    const caption = comparedCaption(shown, comparison, t);
    const difference = await reported(picture, caption?.lines ?? [], caption?.legend ?? null);
    const { a, b } = await takeBoth(tabId, ask, t, takenAt);
    const [reportedA, reportedB] = await Promise.all(
      [a, b].map((one) => reported(one.picture, one.caption.lines, one.caption.legend)),
    );
    if (reportedA === undefined || reportedB === undefined) throw new HushmapError('picture.none');
    return { a: reportedA, b: reportedB, difference };
  } finally {
    await ask('heat.set', { tabId, settings: { compare } }).catch(() => null);
  }
}

async function reported(
  { pieces, width, height }: PagePicture,
  lines: readonly string[],
  legend: ReportPicture['legend'],
): Promise<ReportPicture> {
  const bytes = await stitch(pieces, { width, height }, null);
  return { png: encodeBase64(bytes), width, height, lines, legend };
}
