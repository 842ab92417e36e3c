import { make } from '../elements';
import type { Settings } from '../settings';
import { type Shown, showBanner } from './banner';

type Said = 'accept' | 'reject' | 'later' | 'grow';

/** A frame of another site, which the banner stands in: it says what was chosen. */
export function framePlace(
  { page, otherOrigin, bannerWords }: Settings,
  chosen: (said: Exclude<Said, 'grow'>) => void,
): { open(layer: 1 | 2): Shown } {
  let frame: HTMLIFrameElement | null = null;
  addEventListener('message', ({ origin, data }) => {
    if (origin !== otherOrigin) return;
    if (data === 'grow' && frame) frame.style.height = '480px';
    if (data === 'accept' || data === 'reject' || data === 'later') chosen(data);
  });
  return {
    open: (layer) => {
      frame?.remove();
      frame = make('iframe', {
        src: `${otherOrigin}/${page.name}/frame#${layer}`,
        title: bannerWords.banner.title,
        style:
          'position:fixed;left:0;right:0;bottom:0;width:100%;height:190px;border:0;z-index:90;color-scheme:light',
      });
      document.body.prepend(frame);
      return { hide: () => frame?.remove() };
    },
  };
}

/** The inside of that frame. */
export function fillFrame(settings: Settings): void {
  const say = (said: Said): void => parent.postMessage(said, '*');
  document.documentElement.classList.add('framed');
  const answers = {
    accept: () => say('accept'),
    reject: () => say('reject'),
    later: () => say('later'),
    opened: () => say('grow'),
  };
  showBanner(settings, answers, location.hash === '#2' ? 2 : 1);
}
