import { apply, indexOf, isArray, ownValue, slice } from '../natives';
import { type Details, noDetails, noStates, statesJson } from '../tape';
import type { ReadSignal, States } from './contract';
import { eachItem, eachName, isEmpty, put, unset } from './read';

/**
 * IAB Global Privacy Platform: `__gpp('ping', callback)` and its events, asked once of every function
 * that takes the name (https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform, CMP
 * API). Kept are the opt-outs of the sections for the United States; the GPP string is not.
 *
 * Notes: `not ready` (the platform says so), `read`, and `saved` for what changed after that. That
 * nobody opted out is the default of these laws, so what is read first is no decision.
 */
export const readGpp: ReadSignal = ({ globals, note }) => {
  let asked: unknown;
  let first = '';

  const hear = (ping: unknown): void => {
    const states = sectionsOf(ownValue(ping, 'parsedSections'));
    if (isEmpty(states)) return;
    const isReady = ownValue(ping, 'signalStatus') !== 'not ready';
    if (!isReady) unset(states);
    const key = statesJson(states).json;
    if (isReady && first === '') first = key;
    note('gpp', states, !isReady ? 'not ready' : key === first ? 'read' : 'saved', detailsOf(ping));
    if (isReady && key !== first) first = CHANGED;
  };

  return () => {
    const api = globals.__gpp;
    if (typeof api !== 'function' || api === asked) return;
    asked = api;
    const call = (command: string, callback: (data: unknown) => void): void => {
      apply(api as Callable, globals, [command, (data: unknown) => quietly(callback, data)]);
    };
    const ping = (): void => call('ping', hear);
    call('addEventListener', (event) => {
      const name = ownValue(event, 'eventName');
      if (name !== 'sectionChange' && name !== 'signalStatus') return;
      const data = ownValue(event, 'pingData');
      if (data === undefined) ping();
      else hear(data);
    });
    ping();
  };
};

type Callable = (...args: unknown[]) => unknown;

/** No states look like this, so that whatever comes after a change is a change too. */
const CHANGED = '-';

/** A section is an object, or a list of one for each of its segments. */
function sectionsOf(sections: unknown): States {
  const states = noStates();
  eachName(sections, (section, value) => {
    if (indexOf(section, 'us') !== 0) return;
    const read = (segment: unknown): void =>
      eachName(segment, (field, choice) => putField(states, section, field, choice));
    if (isArray(value)) eachItem(value, read);
    else read(value);
  });
  return states;
}

/** 0: does not apply, 1: opted out, 2: did not opt out. */
function putField(states: States, section: string, field: string, choice: unknown): void {
  const name = `${section} ${field}`;
  if (field === 'Gpc' && choice === true) put(states, name, false);
  const isOptOut =
    field === 'SaleOptOut' ||
    field === 'SharingOptOut' ||
    field === 'TargetedAdvertisingOptOut' ||
    field === 'ProcessingOptOut';
  if (isOptOut && (choice === 1 || choice === 2)) put(states, name, choice === 2);
}

function detailsOf(ping: unknown): Details {
  const details = noDetails();
  const cmpId = ownValue(ping, 'cmpId');
  if (typeof cmpId === 'number') details.cmpId = cmpId;
  let ids = '';
  eachItem(ownValue(ping, 'applicableSections'), (id) => {
    if (typeof id === 'number') ids += `${ids === '' ? '' : ' '}${id}`;
  });
  details.applicableSections = slice(ids, 0, 100);
  return details;
}

function quietly(work: (data: unknown) => void, data: unknown): void {
  try {
    work(data);
  } catch {
    // The consent platform calls us: it must not see our errors.
  }
}
