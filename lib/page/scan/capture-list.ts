import type { PiiClass } from '../../protocol/pii-classes';
import type { Capture, Channel, RecorderId, RecorderState } from '../../protocol/recorders';
import type { AskedValue, Judgement } from '../../recorders/contract';
import type { JudgeAt } from '../../recorders/judging';
import { createLocator } from '../locator';
import { LIMITS } from './contract';
import type { OnValue, SeenValue } from './sight';
import { worseCapture } from './worse';

/** One value of the page, personal or not, with what each recorder would take of it. */
export interface CaptureLine {
  readonly selector: string;
  readonly channel: Channel;
  readonly attribute: string;
  readonly pii: PiiClass | null;
  readonly value: string;
  readonly captures: readonly { readonly recorder: RecorderId; readonly capture: Capture }[];
}

/** Lists all values of a page: the scan tells of each, and each is asked of every recorder. */
export function createCaptureList(
  recorders: readonly RecorderState[],
  judgeAt: JudgeAt,
): {
  readonly add: OnValue;
  /** The next lines, at most so many; a part with more characters than `most` is one line. */
  take(lines: number, most: number): CaptureLine[];
} {
  const locate = createLocator();
  const roots = recorders.map(judgeAt);
  const lines: CaptureLine[] = [];
  let taken = 0;

  function push(seen: SeenValue, judgements: readonly Judgement[]): void {
    const { place, channel, attribute, pii, value } = seen;
    lines.push({
      selector: locate(place.view.element).selector,
      channel,
      attribute,
      pii,
      value: value.slice(0, LIMITS.attribute),
      captures: judgements.flatMap(({ capture }, index) => {
        const recorder = recorders[index]?.id;
        return recorder ? [{ recorder, capture }] : [];
      }),
    });
  }

  return {
    add(seen) {
      const { place, channel, attribute, value } = seen;
      const asked: AskedValue | undefined =
        value === '' ? undefined : { whole: value, part: value };
      const judge = (at: typeof place, of: Channel) =>
        at.judges(roots).map((one) => one.capture(of, attribute || undefined, asked));
      const still = judge(place, channel);
      push(seen, still);
      if (channel !== 'text' || !place.clickable) return;
      const clicked = judge(place.clickable, 'clicked-text').map((one, index) =>
        worseCapture(one, still[index]),
      );
      push({ ...seen, place: place.clickable, channel: 'clicked-text' }, clicked);
    },
    take(count, most) {
      const from = taken;
      let characters = 0;
      while (taken < lines.length && taken - from < count && characters < most) {
        characters += lines[taken]?.value.length ?? 0;
        taken += 1;
      }
      return lines.slice(from, taken);
    },
  };
}
