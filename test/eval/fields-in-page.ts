import { Collector } from '../../lib/page/scan/collector';
import { classifyInOrder } from '../../lib/page/scan/field-step';
import { createSlices } from '../../lib/page/scan/slices';
import { Texts } from '../../lib/page/scan/texts';
import { Walk } from '../../lib/page/scan/walk';
import type { PiiClass } from '../../lib/protocol/pii-classes';
import { judgeAt } from '../../lib/recorders/judge';

export interface Verdict {
  /** The `data-fid` of the control. */
  readonly field: string;
  readonly pii: PiiClass | null;
  /** Ids of the evidence, for those who look into an error. */
  readonly why: readonly string[];
}

/** The classes of all controls with a `data-fid`, by the walk and the classifier that are shipped. */
export async function classifyPage(): Promise<Verdict[]> {
  const ports = { closedShadowRoot: null, judgeAt, now: () => 0, yieldToPage: async () => {} };
  const request = { runKey: '00'.repeat(32), recorders: [], watch: false };
  const walk = new Walk(document, null, new Texts(new Collector(request, [])), ports);
  while (walk.step());
  const verdicts: Verdict[] = [];
  await classifyInOrder(walk.found.fields, createSlices(ports), ({ place }, _facts, verdict) => {
    const field = place.view.attribute('data-fid');
    if (field === null) return;
    const why = verdict?.why.map(({ id, params = [] }) => `${id} ${params.join(' ')}`) ?? [];
    verdicts.push({ field, pii: verdict?.pii ?? null, why });
  });
  return verdicts;
}
