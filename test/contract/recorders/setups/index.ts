import type { Setup } from '../harness';
import { datadog } from './datadog';
import { openreplay } from './openreplay';
import { posthog } from './posthog';
import { rrweb } from './rrweb';

/** Every recorder with every set of options that it is run with. */
export const SETUPS: readonly Setup[] = [...rrweb, ...posthog, ...datadog, ...openreplay];

export const titleOf = ({ recorder, options, project, config, shape, major }: Setup): string =>
  [
    `${recorder} ${options}`,
    ...(major ? [`version ${major}`] : []),
    ...(project ? [`project ${JSON.stringify(project)}`] : []),
    ...(config ? [`config ${config}`] : []),
    ...(shape ? [`canaries of ${shape}`] : []),
  ].join(' ');
