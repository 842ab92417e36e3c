import type { RecorderId, RecorderState } from '../protocol/recorders';
import { recorderName } from './names';

/** Something that is said of one setup: a recorder, and which of its option sets where it has several. */
export interface OfSetup {
  readonly recorder: RecorderId;
  readonly setup?: string | undefined;
}

type Setup = Pick<RecorderState, 'id' | 'setup'>;

/** What everything said of a setup is kept under. */
export const setupIdOf = ({ id, setup }: Setup): string => setup?.id ?? id;

/** The same id, of something that is said of a setup. */
export const setupIdIn = ({ recorder, setup }: OfSetup): string => setup ?? recorder;

/** What says of a finding or a prediction which setup it is about. */
export const ofSetup = ({ id, setup }: Setup): OfSetup => ({
  recorder: id,
  ...(setup && { setup: setup.id }),
});

/** `PostHog`, and where it has several option sets `PostHog (set 2)`. */
export const setupName = ({ id, setup }: Setup): string =>
  setup ? `${recorderName(id)} (${setup.label})` : recorderName(id);

/** The name of the setup that something is said of. */
export function setupNameIn(setups: readonly Setup[], said: OfSetup): string {
  const state = setups.find((each) => setupIdOf(each) === setupIdIn(said));
  return state ? setupName(state) : recorderName(said.recorder);
}

/** Names of recorders, each once, however many setups it has. */
export const recorderNames = (setups: readonly Setup[]): string =>
  [...new Set(setups.map(({ id }) => recorderName(id)))].join(', ');

/** Whether a recorder is there with more than one option set. */
export const hasSeveralSetups = (setups: readonly Setup[]): boolean =>
  new Set(setups.map(({ id }) => id)).size < setups.length;
