import { expect, test } from 'vitest';
import { event } from '../testing/visit';
import { banner, request, scenario, step, walkOf } from '../testing/walk';
import { leadUpsOf, tracesOf } from './trace';

const BASE = { banner: banner() };

test('what happens between the reading of a banner and the choice is of the time before it', () => {
  const requests = [
    request(1, 'https://us.i.posthog.com/s/', { payload: 'recording' }),
    request(8, 'https://us.i.posthog.com/s/', { payload: 'recording' }),
  ];
  const after = step('after', [event.ingest(2), event.ingest(9)], { requests });
  const chosen = { ...after, choiceAt: after.startedAt + 5_000 };
  const walk = walkOf([scenario('accept', [step('before', [], BASE), chosen])], {
    recorders: ['posthog'],
  });

  const [leadUp, ...others] = leadUpsOf(walk);
  expect(others).toEqual([]);
  expect(leadUp).toMatchObject({ decided: 'unset', step: { id: 'before', choiceAt: null } });
  expect(leadUp?.step.requests.map(({ t }) => t - after.startedAt)).toEqual([1_000]);
  expect(leadUp?.timeline.events.every(({ t }) => t < chosen.choiceAt)).toBe(true);
  expect(leadUp?.timeline.events.length).toBeGreaterThan(0);

  const counted = tracesOf(walk).find((trace) => trace.step.id === 'after');
  expect(counted).toMatchObject({ decided: 'granted' });
  expect(counted?.timeline.events.every(({ t }) => t > chosen.choiceAt)).toBe(true);
});

test('a path without a choice has nothing that leads up to one', () => {
  const walk = walkOf([scenario('scroll', [step('before', [], BASE), step('after')])]);
  expect(leadUpsOf(walk)).toEqual([]);
});
