import { message } from '../../../core/message';
import type { SignalEvent } from '../../../protocol/timeline';
import { placeOf, teller } from '../../walk/tell';
import { tracesOf } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';

/** Segment's consent manager is set up so that doing nothing, scrolling or closing is no consent. */
export const segmentConsentDefects: WalkRule = {
  id: 'segment-consent-defects',
  title: message('consent.walk.segmentConsentDefects.title'),
  source: 'Segment consent-manager, documentation of its options; GDPR, art. 4(11); CJEU, C-673/17',
  judge({ walk }) {
    const seen = tracesOf(walk).flatMap((trace) =>
      trace.step.timeline.events.flatMap((event) =>
        event.kind === 'signal' && event.signal === 'segment' ? [{ trace, event }] : [],
      ),
    );
    const [first] = seen;
    if (first === undefined) return [];
    const found = DEFECTS.flatMap(({ option, isDefect, form }) => {
      const one = seen.find(({ event }) => isDefect(event.details?.[option]));
      if (one === undefined) return [];
      const text = message(`consent.walk.segmentConsentDefects.${form}`);
      return [tell('fail', { text, why: [placeOf(one.trace)], at: one.event.t, part: option })];
    });
    if (found.length > 0) return found;
    const missing = DEFECTS.filter(({ option }) => !seen.some(({ event }) => has(event, option)));
    if (missing.length > 0) {
      const names = missing.map(({ option }) => option).join(', ');
      const text = message('consent.walk.segmentConsentDefects.review', missing.length, names);
      return [tell('needs-review', { text, at: first.event.t })];
    }
    const text = message('consent.walk.segmentConsentDefects.pass', DEFECTS.length);
    return [tell('pass', { text, at: first.event.t })];
  },
};

const tell = teller('segment-consent-defects', 'high');

const has = ({ details }: SignalEvent, option: string): boolean => details?.[option] !== undefined;

const DEFECTS = [
  {
    option: 'implyConsentOnInteraction',
    isDefect: (value: unknown) => value === true,
    form: 'failImply',
  },
  { option: 'closeBehavior', isDefect: (value: unknown) => value === 'accept', form: 'failClose' },
  {
    option: 'defaultDestinationBehavior',
    isDefect: (value: unknown) => value === 'imply',
    form: 'failDefault',
  },
  { option: 'loaderLeft', isDefect: (value: unknown) => value === true, form: 'failLoader' },
] as const;
