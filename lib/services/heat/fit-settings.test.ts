import { describe, expect, it } from 'vitest';
import {
  DEFAULT_HEAT_SETTINGS,
  type HeatSettings,
  type SourceAbilities,
} from '../../protocol/heat';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import { fitSettings } from './fit-settings';

const PAGE = 'https://acme.test/item/7';
const ABILITIES: SourceAbilities = {
  maps: [
    { map: 'click', by: 'place' },
    { map: 'scroll', by: 'place' },
    { map: 'move', by: 'element' },
  ],
  filters: ['band', 'cohorts', 'pattern'],
};

const wish = (part: Partial<HeatSettings>): HeatSettings => ({ ...DEFAULT_HEAT_SETTINGS, ...part });

describe('what is asked of a source', () => {
  it('is what was set, where the source knows it all', () => {
    const settings = wish({
      map: 'scroll',
      filters: { ...NO_FILTERS, cohorts: [3], pattern: 'https://acme.test/item/*' },
    });
    expect(fitSettings(settings, ABILITIES, PAGE)).toEqual({ settings, notes: [] });
  });

  it('is by element where it knows the map so alone, without a word', () => {
    const fitted = fitSettings(wish({ map: 'move' }), ABILITIES, PAGE);
    expect(fitted.settings.by).toBe('element');
    expect(fitted.notes).toEqual([]);
  });

  it('is another map where it does not know the one that was set, and says so', () => {
    const fitted = fitSettings(wish({ map: 'rage' }), ABILITIES, PAGE);
    expect(fitted.settings.map).toBe('click');
    expect(fitted.notes.map(({ id }) => id)).toEqual(['heat.note.otherMap']);
  });

  it('leaves filters off that it does not know, and says which', () => {
    const filters = { ...NO_FILTERS, withoutNoise: true, segment: 'country==de', cohorts: [1] };
    const fitted = fitSettings(wish({ filters }), ABILITIES, PAGE);
    expect(fitted.settings.filters).toEqual({ ...NO_FILTERS, cohorts: [1] });
    expect(fitted.notes.map(({ id }) => id)).toEqual([
      'heat.note.cannotFilter.noise',
      'heat.note.cannotFilter.segment',
    ]);
  });

  it('leaves a pattern off on a page that is none of it', () => {
    const filters = { ...NO_FILTERS, pattern: 'https://acme.test/blog/*' };
    const fitted = fitSettings(wish({ filters }), ABILITIES, PAGE);
    expect(fitted.settings.filters.pattern).toBeNull();
    expect(fitted.notes.map(({ id }) => id)).toEqual(['heat.note.otherPattern']);
  });
});
