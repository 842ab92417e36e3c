import type { RecorderId } from '../../../../protocol/recorders';

/** A call by which a page names a person. */
export interface Call {
  /** As a command, and as it is shown: `identify`, `people.set`. */
  readonly name: string;
  /** The method, where it is called otherwise than the command. */
  readonly method?: string;
  /** The object on the tool that has the method. */
  readonly within?: string;
  /** `id`: the first argument names the person, further ones describe; `traits`: all describe. */
  readonly takes: 'id' | 'traits';
}

export interface Tool {
  readonly global: string;
  readonly recorder: RecorderId | null;
  readonly calls: readonly Call[];
}

const identify: Call = { name: 'identify', takes: 'id' };
const peopleSet: Call = { name: 'people.set', within: 'people', method: 'set', takes: 'traits' };
const setUser: Call = { name: 'setUser', takes: 'traits' };

/** The tools' own documentation of how somebody is named; docs/consent-signals.md has the sources. */
export const TOOLS: readonly Tool[] = [
  {
    global: 'posthog',
    recorder: 'posthog',
    calls: [identify, peopleSet, { name: 'setPersonProperties', takes: 'traits' }],
  },
  { global: 'mixpanel', recorder: 'mixpanel', calls: [identify, peopleSet] },
  {
    global: 'amplitude',
    recorder: 'amplitude',
    calls: [
      { name: 'setUserId', takes: 'id' },
      { name: 'identify', takes: 'traits' },
    ],
  },
  { global: 'analytics', recorder: null, calls: [identify] },
  {
    global: 'FS',
    recorder: 'fullstory',
    calls: [
      identify,
      { name: 'setIdentity', takes: 'traits' },
      { name: 'setProperties', takes: 'traits' },
      { name: 'user', takes: 'traits' },
      { name: 'setUserVars', takes: 'traits' },
    ],
  },
  { global: 'LogRocket', recorder: 'logrocket', calls: [identify] },
  { global: 'hj', recorder: 'hotjar', calls: [identify] },
  { global: 'clarity', recorder: 'clarity', calls: [identify] },
  {
    global: 'heap',
    recorder: 'heap',
    calls: [identify, { name: 'addUserProperties', takes: 'traits' }],
  },
  { global: 'Sentry', recorder: 'sentry', calls: [setUser] },
  { global: 'DD_RUM', recorder: 'datadog', calls: [setUser] },
  {
    global: 'pendo',
    recorder: 'pendo',
    calls: [
      { name: 'initialize', takes: 'traits' },
      { name: 'identify', takes: 'id' },
      { name: 'updateOptions', takes: 'traits' },
    ],
  },
];
