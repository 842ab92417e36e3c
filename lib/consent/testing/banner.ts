import type { BannerControl, BannerReading, BannerToggle } from '../../protocol/walk/banner';

/** A button of 120 × 40 px that anybody can see, reach and read. */
export const control = (
  role: BannerControl['role'],
  more: Partial<BannerControl> = {},
): BannerControl => ({
  role,
  label: LABELS[role],
  selector: `#consent .${role}`,
  kind: 'button',
  acknowledges: false,
  later: false,
  box: { x: 0, y: 0, width: 120, height: 40 },
  visible: true,
  hittable: true,
  focusable: true,
  named: true,
  fontPx: 16,
  fontWeight: 400,
  textContrast: 7,
  fillContrast: 4,
  ...more,
});

const LABELS: Readonly<Record<BannerControl['role'], string>> = {
  accept: 'Accept all',
  reject: 'Reject all',
  settings: 'Settings',
  save: 'Save selection',
  close: '×',
  other: 'More',
};

/** A switch for analytics, off. */
export const toggle = (more: Partial<BannerToggle> = {}): BannerToggle => ({
  label: 'Analytics',
  selector: '#consent .analytics',
  on: false,
  disabled: false,
  visible: true,
  essential: false,
  legitimateInterest: false,
  namesRecording: false,
  ...more,
});

/** A banner with two equal buttons, which names recording and against which nothing can be said. */
export const banner = (more: Partial<BannerReading> = {}): BannerReading => ({
  cmp: 'klaro',
  cmpBy: 'marks',
  visible: true,
  layer: 1,
  selector: '#consent',
  box: { x: 0, y: 600, width: 1280, height: 200 },
  where: { frame: 'top', shadow: 'none' },
  after: 300,
  lang: { stated: 'en', written: 'en', page: 'en' },
  controls: [control('accept'), control('reject'), control('settings')],
  toggles: [],
  namesRecording: true,
  allPurposesRead: true,
  policyLink: {
    label: 'Privacy policy',
    selector: '#consent a',
    href: 'https://shop.example/privacy',
    status: 200,
    hittable: true,
  },
  wall: { scrollLocked: false, inert: false, blurred: false, covered: 0.25 },
  keyboard: { tabsToReject: 2, tabsToAccept: 1, trapped: false, escape: 'nothing' },
  ...more,
});
