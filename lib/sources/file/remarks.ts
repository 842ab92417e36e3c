import * as v from 'valibot';
import { type Message, message } from '../../core/message';
import { type Remarks, RemarksSchema } from './format';

const SAID = {
  sampled: 'source.note.sampled',
  estimated: 'source.note.estimated',
  allWidths: 'source.note.allWidths',
  allDevices: 'source.note.allDevices',
  pageViews: 'source.remark.pageViews',
  reachedTwice: 'source.remark.reachedTwice',
  rounded: 'source.note.rounded',
} as const;

/** Remarks of other sources that come to the same, once their answer is a file. */
const ALIKE: Readonly<Record<string, keyof Remarks>> = {
  'source.remark.sampleRate': 'sampled',
  'source.remark.oldestClicks': 'sampled',
  'source.remark.allWidths': 'allWidths',
};

const NAMES = v.keyof(RemarksSchema).options;

/** What a file says of itself, as sentences: a file brings no text of its own to be shown. */
export function sentencesOf(remarks: Remarks): Message[] {
  return NAMES.filter((name) => remarks[name]).map((name) => message(SAID[name]));
}

/** The same the other way, as far as it can be said in a file. */
export function remarksIn(said: readonly Message[]): Partial<Remarks> {
  const names = NAMES.filter((name) =>
    said.some(({ id }) => id === SAID[name] || ALIKE[id] === name),
  );
  return Object.fromEntries(names.map((name) => [name, true]));
}
