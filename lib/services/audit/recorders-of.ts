import * as v from 'valibot';
import { type PageFacts, PageFactsSchema } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { detectRecorders } from '../../recorders/detect';
import type { FrameAnswer } from './ports';

/** Recorders on the page: what every readable frame's globals, scripts and storage names show. */
export function recordersOf(answers: readonly FrameAnswer[]): RecorderState[] {
  const facts = answers
    .toSorted((a, b) => a.frameId - b.frameId)
    .map(({ result }) => parseFacts(result));
  const perFrame = facts.map(detectRecorders);
  return detectRecorders(mergeFacts(facts)).map((state) => asSure(state, perFrame));
}

/**
 * Options that were read count as read only where the page's own document has them and no frame has
 * others: a frame may run the same recorder without its masks, or lend its own to the page.
 */
function asSure(
  state: RecorderState,
  perFrame: readonly (readonly RecorderState[])[],
): RecorderState {
  const said = perFrame.map((states) => states.find(({ id }) => id === state.id));
  const optionsOf = (one: RecorderState) => JSON.stringify(one.options);
  const agree = said.every((one) => one === undefined || optionsOf(one) === optionsOf(state));
  return said[0] !== undefined && agree ? state : { ...state, optionSource: 'default' };
}

/** What all readable frames show together. */
export const factsOf = (answers: readonly FrameAnswer[]): PageFacts =>
  mergeFacts(
    answers.toSorted((a, b) => a.frameId - b.frameId).map(({ result }) => parseFacts(result)),
  );

const NO_FACTS: PageFacts = {
  globals: {},
  scripts: [],
  resources: [],
  storageKeys: [],
  cookieNames: [],
};

function parseFacts(result: unknown): PageFacts {
  const parsed = v.safeParse(PageFactsSchema, decoded(result));
  return parsed.success ? parsed.output : NO_FACTS;
}

/** The MAIN world hands its facts over as JSON text, which a page cannot dress up as anything else. */
function decoded(result: unknown): unknown {
  if (typeof result !== 'string') return null;
  try {
    return JSON.parse(result);
  } catch {
    return null;
  }
}

/** The top frame's globals win; a recorder that runs in a child frame alone is still seen. */
function mergeFacts(facts: readonly PageFacts[]): PageFacts {
  return facts.reduce(
    (all, one) => ({
      globals: { ...withoutNull(one.globals), ...withoutNull(all.globals) },
      scripts: [...all.scripts, ...one.scripts],
      resources: [...all.resources, ...one.resources],
      storageKeys: [...all.storageKeys, ...one.storageKeys],
      cookieNames: [...all.cookieNames, ...one.cookieNames],
    }),
    NO_FACTS,
  );
}

function withoutNull(globals: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(globals).filter(([, value]) => value !== null));
}
