import { VIEW_SCREENS } from './view-screens';

/** Every picture: which screen, how large, and what to do before it is taken. */
export interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Words as long as German ones. */
  readonly long?: true;
  /** Presses before the picture, by role and name or by test id. */
  readonly press?: readonly Press[];
}

export type Press =
  | { readonly tab: string }
  | { readonly button: string }
  | { readonly testId: string }
  | { readonly key: string }
  | { readonly dropFile: true };

const panel = { width: 360, height: 760 };
const narrow = { width: 320, height: 700 };
const devtools = { width: 1180, height: 420 };
const docked = { width: 480, height: 760 };
const page = { width: 1180, height: 820 };

const AUTOPSIES = ['autopsyFound', 'autopsyClean', 'autopsyMany'];

const PROOFS = [
  'proofUnmarked',
  'proofUnavailable',
  'proofReady',
  'proofPreparing',
  'proofChoosing',
  'proofNothing',
  'proofMany',
  'proofWatching',
  'proofDone',
  'proofVoid',
];

/** The consent walk: the tab, then what is asked of it. */
const toWalk: readonly Press[] = [{ tab: 'Consent' }, { testId: 'consent-part-paths' }];

const WALKS = [
  'walkLoading',
  'walkReady',
  'walkReadyBare',
  'walkReadyPrivate',
  'walkPress',
  'walkLook',
  'walkWatch',
  'walkDone',
  'walkClear',
  'walkMany',
  'walkStopped',
  'walkNothing',
  'walkFailed',
  'walkNoGrant',
  'walkNoPage',
  'walkLocked',
  'walkPolicy',
];

const WALK_TABS = ['Findings', 'Time line', 'Banner', 'Agreement', 'Changes', 'Heat'];

const HEAT_EMPTY = [
  'loading',
  'off',
  'noSource',
  'noPermission',
  'locked',
  'filteredOut',
  'segmentTooSmall',
  'tooSimilar',
  'tooMany',
  'notRemembered',
  'leftOut',
  'noData',
  'failed',
  'refusedKey',
];

/** Something is compared with what is shown. */
const COMPARED: readonly Screen[] = [
  ...[
    'compared',
    'comparedSwipe',
    'comparedSide',
    'comparedLoading',
    'comparedNone',
    'comparedClicks',
    'comparedByElement',
    'comparedRefused',
    'comparedFailed',
    'comparedBands',
    'comparedBandsSwipe',
    'comparedBandsSide',
    'comparedBandsNone',
    'comparedBandsPageViews',
    'comparedAttention',
    'comparedAttentionSwipe',
    'comparedPins',
  ].map((name) => ({ name: `heat/${name}`, ...panel })),
  { name: 'heat/compared@320', ...narrow, height: 1000 },
  {
    name: 'heat/compared@write',
    ...{ ...panel, press: [{ button: 'Pin a note on Start free trial' }] },
  },
  { name: 'heat/pins', ...panel },
  { name: 'heat/pins@320', ...narrow },
  { name: 'heat/pins@edit', ...panel, press: [{ button: 'Edit pin 2' }] },
  { name: 'heat/pins@removed', ...panel, press: [{ button: 'Remove pin 2' }] },
  { name: 'heat/pinsNone@write', ...narrow, press: [{ button: 'Pin a note on Start free trial' }] },
  { name: 'heat/pinsGone', ...panel },
  { name: 'heat/pinsLong@long', ...narrow, height: 900, long: true },
  { name: 'heat/comparedClicks@long', ...narrow, long: true },
  { name: 'heat/comparedPins@long', ...narrow, height: 1000, long: true },
  { name: 'heat/comparedBandsSwipe@320', ...narrow, height: 1000 },
  { name: 'heat/comparedBands@320', ...narrow, height: 1000 },
  { name: 'heat/comparedAttention@320', ...narrow, height: 1000 },
  { name: 'heat/comparedBandsPageViews@long', ...narrow, height: 1000, long: true },
];

export const SCREENS: readonly Screen[] = [
  { name: 'heat/shown', ...panel },
  { name: 'heat/shown@320', ...narrow },
  { name: 'heat/shown@400', width: 400, height: 900 },
  { name: 'heat/shown@long', ...narrow, long: true },
  { name: 'heat/snapshotSave', ...panel, press: [{ button: 'Save snapshot' }] },
  { name: 'heat/littleRoom', ...narrow, press: [{ button: 'Save snapshot' }] },
  { name: 'heat/quiet', ...panel },
  { name: 'heat/quietBroken@long', ...narrow, long: true },
  { name: 'heat/sample', ...panel },
  { name: 'heat/savedCopy', ...panel },
  { name: 'heat/scroll', ...panel },
  { name: 'heat/scroll@320', ...narrow },
  { name: 'heat/byElement', ...panel, press: [{ testId: 'heat-map' }] },
  { name: 'heat/shown@sure', ...narrow, height: 900, press: [{ testId: 'heat-error-size' }] },
  { name: 'heat/byElement@lost', ...panel, press: [{ testId: 'heat-unresolved' }] },
  { name: 'heat/shown@filters', ...panel, press: [{ testId: 'heat-filters' }] },
  { name: 'heat/scroll@filters320', ...narrow, height: 1000, press: [{ testId: 'heat-filters' }] },
  {
    name: 'heat/shown@filtersLong',
    ...narrow,
    height: 1100,
    long: true,
    press: [{ testId: 'heat-filters' }],
  },
  ...['zones', 'zonesPicking', 'zonesLimited', 'zonesFull', 'zonesSessions'].map((name) => ({
    name: `heat/${name}`,
    ...panel,
    height: 1000,
  })),
  { name: 'heat/zones@320', ...narrow, height: 1000 },
  { name: 'heat/zonesLimited@long', ...narrow, height: 1100, long: true },
  { name: 'heat/zonesList', ...panel, press: [{ testId: 'zone-list' }] },
  { name: 'heat/zonesList@320', ...narrow, press: [{ testId: 'zone-list' }] },
  { name: 'heat/zonesNone', ...panel, press: [{ testId: 'zone-list' }] },
  { name: 'heat/measures', ...panel },
  { name: 'heat/measures@320', ...narrow, height: 900 },
  { name: 'heat/measures@long', ...narrow, height: 900, long: true },
  { name: 'heat/measures@open', ...panel, height: 1100, press: [{ testId: 'measures' }] },
  { name: 'heat/measures@open320', ...narrow, height: 1200, press: [{ testId: 'measures' }] },
  { name: 'heat/measures@order', ...panel, press: [{ testId: 'heat-order' }] },
  { name: 'heat/measuresNone', ...panel, press: [{ testId: 'measures' }] },
  { name: 'heat/measuresCannot', ...panel, press: [{ testId: 'measures' }] },
  { name: 'heat/measuresLoading', ...panel, press: [{ testId: 'measures' }] },
  { name: 'heat/measuresFailed', ...panel },
  { name: 'heat/measuresFew', ...narrow, height: 900 },
  {
    name: 'heat/taken',
    ...panel,
    height: 1000,
    press: [{ testId: 'taken' }, { testId: 'taken-noise' }],
  },
  {
    name: 'heat/taken@320',
    ...narrow,
    height: 1000,
    press: [{ testId: 'taken' }, { testId: 'taken-noise' }],
  },
  { name: 'heat/many', ...panel, press: [{ testId: 'heat-filter' }] },
  { name: 'heat/markup', ...panel },
  { name: 'heat/unknown', ...panel },
  { name: 'heat/error', ...panel },
  { name: 'heat/shown@menu', ...panel, press: [{ testId: 'heat-width' }] },
  { name: 'heat/shown@drop', ...panel, press: [{ dropFile: true }] },
  { name: 'heat/shown@keys', ...panel, press: [{ key: '?' }] },
  { name: 'heat/noMatch', ...panel },
  { name: 'heat/shown@compare', ...panel, press: [{ testId: 'heat-compare' }] },
  ...COMPARED,
  ...HEAT_EMPTY.map((name) => ({ name: `heat/${name}`, ...panel })),
  { name: 'heat/noData@long', ...narrow, long: true },
  { name: 'heat/tooSimilar@320', ...narrow },
  { name: 'heat/tooMany@long', ...narrow, long: true },
  { name: 'heat/shownBefore', ...panel },
  { name: 'heat/otherPage', ...panel },
  { name: 'heat/shown@period', ...panel, press: [{ testId: 'heat-period' }] },

  ...VIEW_SCREENS,
  { name: 'audit/blocked', ...devtools },
  { name: 'audit/manyPages', ...devtools },
  { name: 'audit/manyPages@320', width: 320, height: 760 },
  { name: 'audit/blocked@docked', ...docked },
  { name: 'audit/blocked@320', width: 320, height: 760 },
  { name: 'audit/blocked@long', ...devtools, long: true },
  {
    name: 'audit/blocked@answer',
    ...devtools,
    height: 560,
    press: [{ testId: 'row-4' }, { button: 'Answer' }],
  },
  { name: 'audit/blocked@wire', ...devtools, press: [{ tab: 'Wire' }] },
  {
    name: 'audit/blocked@wire320',
    width: 320,
    height: 760,
    press: [{ tab: 'Wire' }],
  },
  { name: 'audit/cleanTraffic', ...docked, press: [{ tab: 'Wire' }] },
  { name: 'audit/noTraffic', ...devtools, press: [{ tab: 'Wire' }] },
  ...PROOFS.flatMap((name) => [
    { name: `audit/${name}`, ...devtools, press: [{ tab: 'Proof' }] },
    { name: `audit/${name}@320`, width: 320, height: 760, press: [{ tab: 'Proof' }] },
  ]),
  { name: 'audit/proofDone@docked', ...docked, press: [{ tab: 'Proof' }] },
  { name: 'audit/proofDone@long', ...devtools, long: true, press: [{ tab: 'Proof' }] },
  { name: 'audit/proofChoosing@long', ...devtools, long: true, press: [{ tab: 'Proof' }] },
  ...WALKS.flatMap((name) => [
    { name: `audit/${name}`, ...devtools, height: 520, press: toWalk },
    { name: `audit/${name}@320`, width: 320, height: 760, press: toWalk },
  ]),
  ...WALK_TABS.flatMap((tab) => {
    const name = tab.replace(' ', '');
    const press = [...toWalk, { tab }];
    return [
      { name: `audit/walkDone@${name}`, ...devtools, height: 620, press },
      { name: `audit/walkDone@${name}320`, width: 320, height: 760, press },
      {
        name: `audit/walkDone@${name}Long`,
        ...devtools,
        height: 620,
        long: true as const,
        press,
      },
      { name: `audit/walkBare@${name}`, ...devtools, height: 520, press },
      { name: `audit/walkMany@${name}`, ...docked, press },
    ];
  }),
  { name: 'audit/walkPress@long', ...devtools, height: 520, long: true, press: toWalk },
  { name: 'audit/walkReady@long', ...devtools, height: 620, long: true, press: toWalk },
  { name: 'audit/walkDone@long', ...devtools, height: 520, long: true, press: toWalk },
  {
    name: 'audit/walkPress@skip',
    ...docked,
    press: [...toWalk, { button: 'Skip this path…' }],
  },
  { name: 'audit/walkDone@again', ...devtools, press: [...toWalk, { button: 'Walk again' }] },
  { name: 'audit/walkNoChecks@Findings', ...devtools, press: [...toWalk, { tab: 'Findings' }] },
  {
    name: 'audit/walkDone@zoomed',
    ...devtools,
    height: 620,
    press: [...toWalk, { tab: 'Time line' }, { testId: 'walk-zoom' }, { key: '+' }, { key: '+' }],
  },
  {
    name: 'audit/walkDone@wholePage',
    ...devtools,
    height: 620,
    press: [...toWalk, { tab: 'Banner' }, { testId: 'walk-part-page' }],
  },
  { name: 'audit/hot', ...devtools },
  { name: 'audit/previewed', ...devtools },
  { name: 'audit/previewed@320', width: 320, height: 760, long: true },
  { name: 'audit/previewing', ...devtools },
  { name: 'audit/predicted', ...devtools },
  { name: 'audit/predicted@320', width: 320, height: 760 },
  { name: 'audit/blocked@hold', ...devtools, height: 560, press: [{ testId: 'hold' }] },
  {
    name: 'audit/blocked@holdWhole',
    ...{ width: 320, height: 760, long: true as const },
    press: [{ testId: 'hold' }, { testId: 'hold-whole' }],
  },
  { name: 'audit/held', ...devtools },
  { name: 'audit/held@dialog', ...docked, press: [{ testId: 'hold' }] },
  { name: 'audit/heldBroken', ...devtools },
  { name: 'audit/heldBroken@320', width: 320, height: 760, long: true },
  { name: 'audit/heldNobody', ...devtools, height: 560, press: [{ testId: 'hold' }] },
  { name: 'audit/heldPartly', ...docked },
  { name: 'audit/heldWhole', ...devtools },
  { name: 'audit/blocked@coverage', ...devtools, press: [{ tab: 'Coverage' }] },
  { name: 'audit/blocked@coverage320', width: 320, height: 760, press: [{ tab: 'Coverage' }] },
  { name: 'audit/blocked@consent', ...devtools, height: 620, press: [{ tab: 'Consent' }] },
  { name: 'audit/blocked@consentDocked', ...docked, press: [{ tab: 'Consent' }] },
  { name: 'audit/blocked@evidence', ...devtools, height: 760, press: [{ tab: 'Evidence' }] },
  {
    name: 'audit/blocked@whatIf',
    ...devtools,
    height: 900,
    press: [{ tab: 'Evidence' }, { testId: 'assume-summary' }],
  },
  {
    name: 'audit/compared@evidence',
    ...devtools,
    height: 1000,
    press: [{ tab: 'Evidence' }, { testId: 'assume-summary' }],
  },
  {
    name: 'audit/compared@evidence320',
    width: 320,
    height: 2300,
    press: [{ tab: 'Evidence' }, { testId: 'assume-summary' }],
  },
  { name: 'audit/compared@coverage', ...devtools, press: [{ tab: 'Coverage' }] },
  {
    name: 'audit/compared@eye',
    ...docked,
    press: [{ tab: 'Coverage' }, { testId: 'eye' }],
  },
  {
    name: 'audit/blocked@except',
    ...devtools,
    height: 760,
    press: [{ testId: 'row-1' }, { button: 'Add an exception…' }],
  },
  {
    name: 'audit/blocked@exceptErrors',
    ...docked,
    height: 1100,
    press: [{ testId: 'row-1' }, { button: 'Add an exception…' }, { button: 'Add the exception' }],
  },
  { name: 'audit/blocked@noExceptions', ...devtools, press: [{ tab: 'Exceptions' }] },
  { name: 'audit/excepted', ...devtools, press: [{ button: 'Show all findings' }] },
  { name: 'audit/excepted@coverage', ...devtools, press: [{ tab: 'Coverage' }] },
  { name: 'audit/excepted@list', ...devtools, press: [{ tab: 'Exceptions' }] },
  { name: 'audit/excepted@list320', width: 320, height: 760, press: [{ tab: 'Exceptions' }] },
  { name: 'audit/clear', ...devtools },
  { name: 'audit/clear@evidence', ...devtools, height: 620, press: [{ tab: 'Evidence' }] },
  { name: 'audit/needsProof', ...devtools },
  { name: 'audit/needsProof@consent', ...devtools, height: 560, press: [{ tab: 'Consent' }] },
  { name: 'audit/partial', ...devtools },
  { name: 'audit/many', ...devtools },
  { name: 'audit/markup', ...devtools },
  { name: 'audit/noGrant', ...devtools },
  { name: 'audit/notAllowed', ...devtools },
  { name: 'audit/idle', ...devtools },
  { name: 'audit/running', ...devtools },
  { name: 'audit/rescanning', ...devtools },
  { name: 'audit/failed', ...devtools },
  { name: 'audit/error', ...devtools },
  { name: 'audit/unknown', ...devtools },

  { name: 'workspace/sources', ...page },
  { name: 'workspace/sources@320', width: 320, height: 900 },
  { name: 'workspace/sources@long', ...page, long: true },
  { name: 'workspace/tested', ...page, press: [{ button: 'Test the connection' }] },
  { name: 'workspace/remove', ...page, press: [{ button: 'Remove' }] },
  { name: 'workspace/noSources', ...page },
  { name: 'workspace/form', ...page, height: 1100, press: [{ button: 'Add a source' }] },
  {
    name: 'workspace/formErrors',
    ...page,
    height: 1200,
    press: [{ button: 'Add a source' }, { button: 'Add a mapping' }, { button: 'Save the source' }],
  },
  ...['snapshots', 'snapshotsMany', 'snapshotsLow', 'noSnapshots'].map((state) => ({
    ...{ name: `workspace/${state}`, ...page, press: [{ button: 'Snapshots' }] },
  })),
  {
    ...{ name: 'workspace/snapshots@long', ...page, long: true as const },
    press: [{ testId: 'place-snapshots' }],
  },
  { name: 'workspace/snapshots@320', width: 320, height: 1300, press: [{ button: 'Snapshots' }] },
  {
    name: 'workspace/snapshots@removed',
    ...page,
    press: [{ button: 'Snapshots' }, { button: 'Remove' }],
  },
  { name: 'workspace/everySource', ...page, height: 1200 },
  { name: 'workspace/clickhouse', ...page, height: 2300, press: [{ button: 'Change' }] },
  {
    ...{ name: 'workspace/clickhouse@320', width: 320, height: 3600 },
    press: [{ button: 'Change' }],
  },
  { name: 'workspace/clearances', ...page, press: [{ button: 'Clearances' }] },
  { name: 'workspace/noClearances', ...page, press: [{ button: 'Clearances' }] },
  ...['autopsy', 'autopsyReading', 'autopsyFailed', 'autopsyUnread'].map((state) => ({
    ...{ name: `workspace/${state}`, ...page, press: [{ button: 'Autopsy' }] },
  })),
  ...AUTOPSIES.flatMap((state) => [
    { name: `workspace/${state}`, ...page, height: 1180, press: [{ button: 'Autopsy' }] },
    { name: `workspace/${state}@320`, width: 320, height: 1400, press: [{ button: 'Autopsy' }] },
  ]),
  {
    ...{ name: 'workspace/autopsyFound@long', ...page, height: 1180, long: true as const },
    press: [{ testId: 'place-autopsy' }],
  },
  {
    name: 'workspace/autopsyFound@recordings',
    ...page,
    height: 1180,
    press: [{ button: 'Autopsy' }, { testId: 'autopsy-view-recordings' }],
  },
  { name: 'workspace/policy', ...page, press: [{ button: 'Policy' }] },
  { name: 'workspace/noPolicy', ...page, press: [{ button: 'Policy' }] },
  { name: 'workspace/about', ...page, press: [{ button: 'About' }] },
  { name: 'workspace/error', ...page },
];

export const THEMES = ['light', 'dark'] as const;
export type GalleryTheme = (typeof THEMES)[number];
