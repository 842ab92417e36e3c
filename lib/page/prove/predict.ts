import type { ProofPrediction } from '../../protocol/proof';
import type { RecorderState } from '../../protocol/recorders';
import type { JudgeAt } from '../../recorders/judging';
import type { OnValue } from '../scan/sight';
import { bareText } from './bare-text';
import type { Planted } from './plant';

/**
 * What the rules say of every place where a canary stands now: where it was planted, however the page
 * writes it, and wherever the page has repeated it.
 */
export async function predictPlanted(
  planted: readonly Planted[],
  recorders: readonly RecorderState[],
  judgeAt: JudgeAt,
  scan: (onValue: OnValue) => Promise<unknown>,
): Promise<ProofPrediction[]> {
  const byNode = new Map<Node, string>(planted.map(({ target }) => [target.node, target.key]));
  const byText = new Map(planted.map(({ target, canary }) => [bareText(canary.value), target.key]));
  const roots = recorders.map(judgeAt);
  const predictions: ProofPrediction[] = [];
  await scan(({ place, channel, attribute, value }) => {
    if (value === '' || predictions.length >= MOST) return;
    const own = channel === 'value' ? byNode.get(place.view.element) : undefined;
    const key = own ?? byText.get(bareText(value));
    if (key === undefined) return;
    const asked = { whole: value, part: value };
    place.judges(roots).forEach((judge, index) => {
      const recorder = recorders[index]?.id;
      const { capture } = judge.capture(channel, attribute || undefined, asked);
      if (recorder) predictions.push({ key, recorder, channel, capture });
    });
  });
  return predictions.slice(0, MOST);
}

const MOST = 20_000;
