import { recorderName } from '../names';

export { absent, masked, plain, unknown } from '../judgements';

export const NAME = recorderName('datadog');
