import { message } from '../../../core/message';
import { noBanner, readingsOf } from '../../walk/readings';
import { teller } from '../../walk/tell';
import type { WalkRule } from '../../walk-contract';

/** Who reads the page can read the banner. */
export const bannerLanguage: WalkRule = {
  id: 'banner-language',
  title: message('consent.walk.bannerLanguage.title'),
  source: 'GDPR, art. 7(2) and 12(1); WCAG 2.2, success criterion 3.1.2',
  judge({ walk }) {
    const { banner } = readingsOf(walk);
    if (banner === null) return noBanner(tell, walk);
    const { stated, written, page } = banner.lang;
    const told = { selector: banner.selector };
    if (written === '' || page === '') {
      const text = message('consent.walk.bannerLanguage.review', written || '?', page || '?');
      return [tell('needs-review', { ...told, text })];
    }
    if (primary(written) !== primary(page)) {
      return [
        tell('fail', { ...told, text: message('consent.walk.bannerLanguage.fail', written, page) }),
      ];
    }
    if (stated !== '' && primary(stated) !== primary(written)) {
      const text = message('consent.walk.bannerLanguage.reviewStated', written, stated);
      return [tell('needs-review', { ...told, text })];
    }
    return [
      tell('pass', { ...told, text: message('consent.walk.bannerLanguage.pass', written, page) }),
    ];
  },
};

const tell = teller('banner-language', 'medium');

/** Norwegian has two written forms and a code for both; Serbo-Croatian's standards read alike. */
const SAME: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

function primary(lang: string): string {
  const code = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  return SAME[code] ?? code;
}
