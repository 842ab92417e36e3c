import { describe, expect, it } from 'vitest';
import { effectiveOptions, isSettled } from './options';

const given = (client: object, masking?: object | null) => ({
  client: { ...client },
  server: masking === undefined ? null : { enabled: true, masking },
  config: {},
});

describe('effectiveOptions', () => {
  it('are the documented defaults where nobody set anything', () => {
    expect(effectiveOptions(given({}))).toMatchObject({
      maskAllInputs: true,
      maskTextClass: 'ph-mask',
      blockClass: 'ph-no-capture',
    });
  });

  it('take the init call before the project, field by field', () => {
    const both = given(
      { maskTextSelector: '.mine' },
      { maskTextSelector: '*', blockSelector: '.b' },
    );
    expect(effectiveOptions(both)).toMatchObject({
      maskTextSelector: '.mine',
      blockSelector: '.b',
    });
    expect(effectiveOptions(given({}, { maskAllInputs: false })).maskAllInputs).toBe(false);
  });

  it('mask all inputs again as soon as one of the shared fields is set anywhere', () => {
    expect(
      effectiveOptions(given({ maskAllInputs: { undefined: true } })).maskAllInputs,
    ).toBeUndefined();
    const other = given({ maskAllInputs: { undefined: true }, blockSelector: '.b' });
    expect(effectiveOptions(other).maskAllInputs).toBe(true);
  });

  it('keep the password masked unless it is switched off by name', () => {
    const types = (maskInputOptions: object) =>
      effectiveOptions(given({ maskAllInputs: false, maskInputOptions })).maskInputOptions;
    expect(types({ email: true })).toEqual({ password: true, email: true });
    expect(types({ password: false })).toEqual({ password: false });
  });

  it('leave out what posthog-js does not take from the init call', () => {
    const options = effectiveOptions(
      given({ emit: { function: true }, hooks: {}, constructor: 1 }),
    );
    expect(Object.keys(options)).not.toContain('emit');
    expect(Object.keys(options)).not.toContain('constructor');
  });
});

describe('isSettled', () => {
  it('waits for the project’s settings, unless the init call leaves it nothing to say', () => {
    expect(isSettled(given({ maskAllInputs: true }))).toBe(false);
    expect(isSettled(given({}, null))).toBe(true);
    const all = {
      maskAllInputs: true,
      maskTextSelector: '*',
      blockSelector: 'x',
      maskAllElementAttributes: true,
    };
    expect(isSettled(given(all))).toBe(true);
  });
});
