import { languageOf } from '../../consent/words/language';
import { namesRecording } from '../../consent/words/recording';
import type { BannerReading } from '../../protocol/walk/banner';
import { createLocator } from '../locator';
import { controlsIn } from './controls';
import { ancestorsOf, deepText } from './deep';
import { type FoundBanner, findBanner } from './find';
import { policyLinkIn } from './policy-link';
import type { BannerPorts } from './ports';
import { togglesIn } from './toggles';
import { boxOf, isSeen } from './visible';
import { wallOf } from './wall';

const MAX_TEXT = 60_000;

/** Finds and measures the consent banner of a frame as it lies there now; null: there is none to be seen. */
export function readBanner(ports: BannerPorts): BannerReading | null {
  const found = findBanner(ports);
  return found === null ? null : measureBanner(found, ports);
}

function measureBanner({ element, cmp }: FoundBanner, ports: BannerPorts): BannerReading {
  const text = deepText(element, ports.shadowRootOf, MAX_TEXT);
  const toggles = togglesIn(element, ports);
  return {
    cmp,
    cmpBy: cmp === 'generic' ? 'none' : 'marks',
    visible: isSeen(element),
    layer: toggles.some(({ visible }) => visible) ? 2 : 1,
    selector: createLocator()(element).selector,
    box: boxOf(element),
    where: { frame: ports.frame, shadow: shadowAround(element) },
    after: Math.round(performance.now()),
    lang: {
      stated: statedLang(element),
      written: languageOf(text),
      page: ports.document.documentElement.lang.slice(0, 35),
    },
    controls: controlsIn(element, ports).map(({ control }) => control),
    toggles,
    namesRecording: namesRecording(text),
    allPurposesRead: toggles.length > 0,
    policyLink: policyLinkIn(element, ports),
    wall: wallOf(element, ports),
    keyboard: null,
  };
}

function shadowAround(element: Element): BannerReading['where']['shadow'] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.mode : 'none';
}

/** The language that is stated for the banner itself: its own, or one of its ancestors'. */
function statedLang(element: Element): string {
  const around = [element, ...ancestorsOf(element, 100)];
  const stated = around.find((one) => one.hasAttribute('lang'));
  return (stated?.getAttribute('lang') ?? '').slice(0, 35);
}
