import { message } from '../../core/message';
import type { RecorderId } from '../../protocol/recorders';
import { recorderName } from '../names';
import type { Dialect } from './dialect';
import { absent } from './judgements';

type Beside = Pick<Dialect, 'clickedText' | 'console' | 'resourceUrl'>;

/** rrweb by itself records nodes and events: no text with a click, no console, no requests. */
export function nothingBeside(id: RecorderId): Beside {
  const name = recorderName(id);
  return {
    clickedText: () => absent(message('recorder.because.clickHasNoText', name)),
    console: () => absent(message('recorder.because.noConsole', name)),
    resourceUrl: () => absent(message('recorder.because.noResources', name)),
  };
}
