import { message } from '../../../core/message';
import { recorderName } from '../../../recorders/names';
import { isAllRead, noBanner, quote, readingsOf } from '../../walk/readings';
import { listOf, teller } from '../../walk/tell';
import { recordersOfWalk, tracesOf } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';
import { lexiconKnows, namesStatistics } from '../../words/recording';

/** Being recorded can be refused by itself, and not only together with being counted. */
export const recorderBundled: WalkRule = {
  id: 'recorder-bundled',
  title: message('consent.walk.recorderBundled.title'),
  source: 'GDPR, recital 43; EDPB Guidelines 05/2020 on consent, §§ 42–45 (granularity)',
  judge({ walk }) {
    const names = listOf(recordersOfWalk(walk).map(recorderName));
    if (names === '') return [];
    const readings = readingsOf(walk);
    const { banner, settings, all } = readings;
    if (banner === null) return noBanner(tell, walk);
    const toggles = all.flatMap((reading) => reading.toggles);
    const optional = toggles.filter(({ essential }) => !essential);
    const naming = optional.filter(({ namesRecording }) => namesRecording);
    const own = naming.find(({ label }) => !namesStatistics(label)) ?? naming[0];
    const selector = (settings ?? banner).selector;
    if (own !== undefined && namesStatistics(own.label)) {
      const text = message('consent.walk.recorderBundled.failShared', names, quote(own.label));
      return [tell('fail', { text, selector: own.selector })];
    }
    if (own !== undefined) {
      const text = message('consent.walk.recorderBundled.pass', quote(own.label));
      return [tell('pass', { text, selector: own.selector })];
    }
    const lang = banner.lang.written || banner.lang.stated || banner.lang.page;
    const isRead = isAllRead(readings);
    if (optional.length === 0 || !isRead || (lang !== '' && !lexiconKnows(lang))) {
      const text = message('consent.walk.recorderBundled.review', names, optional.length);
      return [tell('needs-review', { text, selector })];
    }
    // Under a name that is not its own, or that of something else: what is counted as well tells which.
    const isCounted = tracesOf(walk).some(({ step }) =>
      step.requests.some(({ purpose, category }) => /analytics/.test(`${purpose} ${category}`)),
    );
    const labels = new Set(optional.map(({ label }) => quote(label)));
    const form = isCounted ? 'fail' : 'reviewUnnamed';
    const text = message(
      `consent.walk.recorderBundled.${form}`,
      labels.size,
      names,
      listOf([...labels]),
    );
    return [tell(isCounted ? 'fail' : 'needs-review', { text, selector })];
  },
};

const tell = teller('recorder-bundled', 'medium');
