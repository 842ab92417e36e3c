import { describe, expect, test } from 'vitest';
import type { Given, GivenConversion, GivenVital } from '../../../heatmap/measures/contract';
import { keepMeasures } from '../../../heatmap/measures/keep-measures';
import { NO_FILTERS } from '../../../protocol/heat-kinds';
import type { SourceConfig } from '../../../protocol/sources';
import { memoryOfScopes } from '../../testing/memory-of-scopes';
import { createGuardedAnswers } from '../guarded-answers';
import { discloseMeasures } from './disclose-measures';

const NOW = Date.parse('2026-11-22T12:00:00Z');

const ACME: SourceConfig = {
  ...{ kind: 'posthog', id: 'acme', name: 'Acme', host: 'https://eu.posthog.com', projectId: '1' },
  ...{ hogql: true, origins: ['https://acme.test'], mappings: [] },
};

interface Row {
  readonly inp?: GivenVital;
  readonly conversion?: GivenConversion;
}

function setUp() {
  const guarded = createGuardedAnswers({ clock: { now: () => NOW }, shown: memoryOfScopes() });
  return (base: Row, element: Row, k: number) => {
    const given = ({ inp, conversion }: Row): Given => ({
      vitals: { inp },
      conversion: conversion ?? null,
    });
    const elements = [{ selectors: ['#buy'], ...given(element) }];
    const asked = {
      ...{ config: ACME, goal: 'paid', page: 'https://acme.test/', k },
      ...{ from: '2026-11-15', to: '2026-11-21', filters: NO_FILTERS },
      band: { min: 0, max: 10_000 },
    };
    return discloseMeasures(asked, keepMeasures({ base: given(base), elements }, k), guarded);
  };
}

const inp = (people: number, values = people): Row => ({ inp: { p75: 90, people, values } });
const paid = (people: number, converted: number): Row => ({ conversion: { people, converted } });

describe('figures that are shown as before, under a k that was raised since', () => {
  test('are left out of an element with fewer people', async () => {
    const show = setUp();
    await show(inp(100), inp(20), 11);
    const { kept, notes } = await show(inp(101), inp(60), 25);
    expect(notes.map(({ id }) => id)).toEqual(['measures.note.shownBefore.inp']);
    expect(kept.base.vitals.inp?.people).toBe(100);
    expect(kept.elements[0]).toMatchObject({ vitals: { inp: undefined }, withheld: 1 });
  });

  test('are left out of an element that nearly all of the page are in', async () => {
    const show = setUp();
    await show(inp(100), inp(80), 11);
    const { kept } = await show(inp(101), inp(60), 25);
    expect(kept.base.vitals.inp?.people).toBe(100);
    expect(kept.elements[0]?.vitals.inp).toBeUndefined();
  });

  test('are left out where fewer reached the goal', async () => {
    const show = setUp();
    await show(paid(200, 100), paid(100, 15), 11);
    const { kept } = await show(paid(201, 100), paid(100, 40), 25);
    expect(kept.base.conversion).toEqual({ people: 200, converted: 100 });
    expect(kept.elements[0]?.conversion).toBeNull();
  });

  test('are refused where none is left', async () => {
    const show = setUp();
    await show(paid(40, 20), paid(20, 12), 11);
    await expect(show(paid(60, 30), paid(60, 30), 25)).rejects.toMatchObject({
      code: 'heat.tooSimilar',
    });
  });
});
