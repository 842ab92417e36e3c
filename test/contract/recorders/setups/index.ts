import type { Setup } from '../harness';
import { posthog } from './posthog';
import { rrweb } from './rrweb';

/** Every recorder with every set of options that it is run with. */
export const SETUPS: readonly Setup[] = [...rrweb, ...posthog];

export const titleOf = ({ recorder, options, project, config, shape }: Setup): string =>
  [
    `${recorder} ${options}`,
    ...(project ? [`project ${JSON.stringify(project)}`] : []),
    ...(config ? [`config ${config}`] : []),
    ...(shape ? [`canaries of ${shape}`] : []),
  ].join(' ');
