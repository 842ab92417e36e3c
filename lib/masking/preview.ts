import type { Fix } from '../protocol/evidence';
import type { Finding } from '../protocol/findings';
import type { Mark } from '../protocol/mark';
import type { Effect } from '../protocol/preview';
import type { RecorderState } from '../protocol/recorders';
import { ofSetup, setupIdIn, setupIdOf } from '../recorders/setups';
import { withOptions } from '../recorders/with-options';
import type { MaskingArtifacts } from './contract';
import { isCovered } from './coverage';
import { exposuresOf } from './exposures';
import { fidelityOf } from './fidelity';

type Options = NonNullable<Fix['options']>;

/** Fixes of open findings that can be tried, each once. */
export interface FixesToTry {
  readonly marks: readonly Mark[];
  /** By setup: options to be added to those in force. */
  readonly options: ReadonlyMap<string, readonly Options[]>;
  /** Findings whose fix is neither, since only a site's own code has it. */
  readonly notTried: number;
}

/** What mends the open findings, as far as it can be tried: marks on the page, options by prediction. */
export function fixesToTry(findings: readonly Finding[]): FixesToTry {
  const marks = new Map<string, Mark>();
  const options = new Map<string, Map<string, Options>>();
  let notTried = 0;
  for (const finding of findings.filter(isOpen)) {
    const mark = markOf(finding);
    const { recorder, setup, fix } = finding;
    if (mark) marks.set(JSON.stringify(mark), mark);
    else if (recorder !== null && fix?.options) {
      const id = setupIdIn({ recorder, setup });
      const ofSetup = options.get(id) ?? new Map<string, Options>();
      options.set(id, ofSetup.set(JSON.stringify(fix.options), fix.options));
    } else notTried += 1;
  }
  return {
    marks: [...marks.values()],
    options: new Map([...options].map(([id, adds]) => [id, [...adds.values()]])),
    notTried,
  };
}

/** The setups with what was suggested for each, and how much that is; null: nothing was. */
export function withSuggested(setups: readonly RecorderState[], { options }: FixesToTry) {
  const suggested = setups.flatMap((state) => {
    const count = options.get(setupIdOf(state))?.length ?? 0;
    return count > 0 ? [{ ...ofSetup(state), count }] : [];
  });
  if (suggested.length === 0) return null;
  const recorders = setups.map((state) => withOptions(state, options.get(setupIdOf(state)) ?? []));
  return { suggested, recorders };
}

/**
 * What was changed between two looks at the same page: exposure removed, and what it costs. Either the
 * page has marks in the second, or its setups have other options. What can't be told counts as exposed.
 */
export function effectOf(before: MaskingArtifacts, after: MaskingArtifacts): Effect {
  const [was, is] = [exposed(before), exposed(after)];
  const [cost, costs] = [fidelityOf(before), fidelityOf(after)];
  return {
    values: { before: was.values, after: is.values },
    kinds: { before: was.kinds, after: is.kinds },
    fidelity: before.recorders.flatMap((state) => {
      const [then, now] = [cost[setupIdOf(state)], costs[setupIdOf(state)]];
      if (!then || !now) return [];
      const hidden = { before: then.hidden, after: now.hidden };
      return [{ ...ofSetup(state), controls: now.controls, hidden }];
    }),
  };
}

const isOpen = ({ half, outcome, exception, resolution }: Finding): boolean =>
  half === 'masking' &&
  outcome !== 'pass' &&
  resolution?.answer !== 'accepted' &&
  (exception === undefined || exception.void !== null);

function markOf({ fix, target, template, channel, attribute }: Finding): Mark | null {
  if (fix === null || channel === null) return null;
  if (fix.kind !== 'class' && fix.kind !== 'attribute') return null;
  return { frame: target.frame, template, channel, attribute, text: fix.text };
}

function exposed(artifacts: MaskingArtifacts): { values: number; kinds: number } {
  const open = exposuresOf(artifacts).groups.filter(
    ({ prediction }) => prediction !== null && !isCovered(prediction.capture),
  );
  return {
    kinds: open.length,
    values: open.reduce((sum, { places }) => sum + places, 0),
  };
}
