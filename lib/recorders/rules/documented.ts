import { rules as contentsquare } from '../contentsquare/rules';
import type { CaptureRules } from '../contract';
import { rules as dynatrace } from '../dynatrace/rules';
import { rules as faro } from '../faro/rules';
import { rules as fullstory } from '../fullstory/rules';
import { rules as glassbox } from '../glassbox/rules';
import { rules as heap } from '../heap/rules';
import { rules as hotjar } from '../hotjar/rules';
import { rules as inspectlet } from '../inspectlet/rules';
import { rules as logrocket } from '../logrocket/rules';
import { rules as luckyorange } from '../luckyorange/rules';
import { rules as matomo } from '../matomo/rules';
import { rules as mouseflow } from '../mouseflow/rules';
import { rules as pendo } from '../pendo/rules';
import { rules as quantummetric } from '../quantummetric/rules';
import { rules as smartlook } from '../smartlook/rules';
import { rules as statsig } from '../statsig/rules';
import { rules as yandex } from '../yandex/rules';

/** Rules of recorders that only their documentation tells of. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = {
  contentsquare,
  dynatrace,
  faro,
  fullstory,
  glassbox,
  heap,
  hotjar,
  inspectlet,
  logrocket,
  luckyorange,
  matomo,
  mouseflow,
  pendo,
  quantummetric,
  smartlook,
  statsig,
  yandex,
} as const satisfies Readonly<Record<string, CaptureRules>>;
