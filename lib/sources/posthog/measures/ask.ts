import { type Message, message } from '../../../core/message';
import {
  type GivenConversion,
  type GivenElement,
  type GivenMeasures,
  type GivenVital,
  NOTHING_GIVEN,
} from '../../../heatmap/measures/contract';
import { VITALS, type Vital } from '../../../protocol/measures';
import type { HeatQuery } from '../../../protocol/sources';
import type { Call } from '../../http';
import type { PostHogConfig } from '../question';
import { askConversion } from './conversion';
import { askVital, type Told } from './vitals';

/**
 * Web Vitals and, where a goal is named, conversion by element, counted by PostHog's engine
 * (`query:read`): three questions, or four.
 */
export async function askMeasures(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  goal: string,
): Promise<GivenMeasures> {
  const [inp, lcp, cls, conversion] = await Promise.all([
    askVital(call, config, query, 'inp'),
    askVital(call, config, query, 'lcp'),
    askVital(call, config, query, 'cls'),
    goal === '' ? null : askConversion(call, config, query, goal),
  ]);
  const told = { inp, lcp, cls };
  const elements = new Map<string, GivenElement>();
  const at = (selectors: readonly string[]): GivenElement =>
    elements.get(selectors.join('\n')) ?? { ...NOTHING_GIVEN, selectors };
  const put = (element: GivenElement) => elements.set(element.selectors.join('\n'), element);
  for (const vital of VITALS) {
    for (const { selectors, figure } of told[vital].elements) {
      const known = at(selectors);
      put({ ...known, vitals: { ...known.vitals, [vital]: figure } });
    }
  }
  for (const { selectors, figure } of conversion?.elements ?? []) {
    put({ ...at(selectors), conversion: figure });
  }
  return {
    unit: 'people',
    goal: goal === '' ? null : goal,
    base: {
      vitals: { inp: inp.base, lcp: lcp.base, cls: cls.base },
      conversion: conversion?.base ?? null,
    },
    elements: [...elements.values()],
    notes: notesOn(told, conversion),
  };
}

type ToldVitals = Readonly<Record<Vital, Told<GivenVital>>>;

/** What is missing, and what a person can do about it. */
function notesOn(told: ToldVitals, conversion: Told<GivenConversion> | null): Message[] {
  const recorded = VITALS.filter((vital) => told[vital].base !== undefined);
  const notes: Message[] = [];
  if (recorded.length === 0) notes.push(message('measures.note.noVitals'));
  for (const vital of recorded) {
    if (told[vital].elements.length === 0) notes.push(message(`measures.note.noTargets.${vital}`));
  }
  const answers = [...Object.values(told), conversion];
  const unnamed = answers.reduce((sum, each) => sum + (each?.unnamed ?? 0), 0);
  if (unnamed > 0) notes.push(message('measures.note.unnamed', unnamed));
  if (answers.some((each) => each?.truncated)) notes.push(message('measures.note.truncated'));
  return notes;
}
