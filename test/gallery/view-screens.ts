import type { Press, Screen } from './screen-list';

const panel = { width: 360, height: 760 };
const narrow = { width: 320, height: 760 };
const opened: readonly Press[] = [{ button: 'Views' }];
const pages: readonly Press[] = [
  { testId: 'heat-filters' },
  { button: 'https://parley.example/item/*' },
];
const next: Press = { testId: 'tour-next' };

/** Views, pages of one template and the tour, in the side panel. */
export const VIEW_SCREENS: readonly Screen[] = [
  { name: 'heat/views', ...panel, press: opened },
  { name: 'heat/views@320', ...narrow, press: opened },
  {
    name: 'heat/views@long',
    ...narrow,
    height: 900,
    long: true,
    press: [{ button: 'Viewsungsgemäß' }],
  },
  { name: 'heat/viewsNone', ...panel, press: opened },
  { name: 'heat/views@rename', ...panel, press: [...opened, { button: 'Rename Weekly look' }] },
  { name: 'heat/views@removed', ...narrow, press: [...opened, { button: 'Remove Weekly look' }] },
  { name: 'heat/viewRestored', ...panel },
  { name: 'heat/viewOpened', ...narrow },
  { name: 'heat/viewMissing', ...narrow },
  { name: 'heat/viewMissing@long', ...narrow, height: 900, long: true },
  { name: 'heat/viewRefused', ...panel },
  { name: 'heat/pagesOfSource', ...panel, height: 1000, press: pages },
  { name: 'heat/pagesOfSource@320', ...narrow, height: 1100, press: pages },
  { name: 'heat/pagesOfBrowser', ...panel, height: 1000, press: pages },
  { name: 'heat/tour', ...panel },
  { name: 'heat/tour@number', ...panel, press: [next] },
  { name: 'heat/tour@sure320', ...narrow, press: [next, next] },
  { name: 'heat/tour@source', ...panel, press: [next, next, next] },
  { name: 'heat/tour@end', ...panel, press: [next, next, next, next] },
  { name: 'heat/tour@long', ...narrow, height: 900, long: true, press: [next] },
];
