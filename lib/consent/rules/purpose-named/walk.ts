import { message } from '../../../core/message';
import type { BannerReading } from '../../../protocol/walk/banner';
import { recorderName } from '../../../recorders/names';
import { isAllRead, noBanner, readingsOf } from '../../walk/readings';
import { listOf, teller } from '../../walk/tell';
import { recordersOfWalk } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';
import { lexiconKnows } from '../../words/recording';
import { purposeNamed } from './rule';

/**
 * Where any path shows a recorder, the banner or its settings name recording. A recorder that nobody is
 * told of is what this rule is about.
 */
export const purposeNamedOnWalk: WalkRule = {
  id: purposeNamed.id,
  title: purposeNamed.title,
  source: purposeNamed.source,
  judge({ walk }) {
    const names = listOf(recordersOfWalk(walk).map(recorderName));
    if (names === '') {
      const isAccepted = walk.scenarios.some(
        ({ id, state }) => id === 'accept' && state === 'walked',
      );
      const form = isAccepted ? 'passNone' : 'reviewNone';
      const text = message(`consent.walk.purposeNamed.${form}`);
      return [tell(isAccepted ? 'pass' : 'needs-review', { text })];
    }
    const readings = readingsOf(walk);
    const { banner, all } = readings;
    if (banner === null) return noBanner(tell, walk);
    const { selector } = banner;
    if (all.some(isNaming)) {
      return [tell('pass', { text: message('consent.rule.purposeNamed.pass'), selector })];
    }
    const lang = banner.lang.written || banner.lang.stated || banner.lang.page;
    if (lang !== '' && !lexiconKnows(lang)) {
      const text = message('consent.rule.purposeNamed.reviewLanguage', names, lang);
      return [tell('needs-review', { text, selector })];
    }
    const count = all.reduce((sum, { toggles }) => sum + toggles.length, 0);
    const why = [message('consent.walk.purposeNamed.read', all.length, count)];
    return isAllRead(readings)
      ? [tell('fail', { text: message('consent.rule.purposeNamed.fail', names), why, selector })]
      : [
          tell('needs-review', {
            text: message('consent.rule.purposeNamed.reviewUnread', names),
            ...{ why, selector },
          }),
        ];
  },
};

const tell = teller(purposeNamed.id, 'high');

const isNaming = (reading: BannerReading): boolean =>
  reading.namesRecording || reading.toggles.some(({ namesRecording }) => namesRecording);
