import type { Setup } from '../harness';
import { amplitude } from './amplitude';
import { clarity } from './clarity';
import { datadog } from './datadog';
import { highlight, launchdarkly } from './highlight';
import { mixpanel } from './mixpanel';
import { newrelic } from './newrelic';
import { openreplay } from './openreplay';
import { posthog } from './posthog';
import { rrweb } from './rrweb';
import { sentry } from './sentry';

/** Every recorder with every set of options that it is run with. */
export const SETUPS: readonly Setup[] = [
  ...rrweb,
  ...amplitude,
  ...sentry,
  ...posthog,
  ...datadog,
  ...openreplay,
  ...mixpanel,
  ...newrelic,
  ...clarity,
  ...highlight,
  ...launchdarkly,
];

/** How many sets of options a recorder is run with where only some are asked for: its defaults come first. */
const SOME = 4;

/** All of them; with `RECORDERS=some` the first few of each recorder, which a run of everything has time for. */
export function chosenSetups(): readonly Setup[] {
  if (process.env.RECORDERS !== 'some') return SETUPS;
  return SETUPS.filter((setup) => {
    const own = SETUPS.filter(({ recorder }) => recorder === setup.recorder);
    return own.indexOf(setup) < SOME;
  });
}

export const titleOf = ({ recorder, options, project, config, shape, major }: Setup): string =>
  [
    `${recorder} ${options}`,
    ...(major ? [`version ${major}`] : []),
    ...(project ? [`project ${JSON.stringify(project)}`] : []),
    ...(config ? [`config ${config}`] : []),
    ...(shape ? [`canaries of ${shape}`] : []),
  ].join(' ');
