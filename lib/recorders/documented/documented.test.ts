import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../core/translator';
import { DOCUMENTED_IDS } from '../../protocol/recorders';
import { assumeRecorder, recorderName } from '../index';
import { hasRules, isVerified, recordsFrame } from '../judge';
import { at, root, view } from '../testing/sketch';

const translate = createTranslator();
const input = (type: string, matching: string[] = []) => ({ tag: 'input', type, matching });

describe('recorders known from documentation alone', () => {
  it('have rules that are no proof', () => {
    for (const id of DOCUMENTED_IDS) {
      const state = assumeRecorder(id);
      expect([id, hasRules(state), isVerified(state)]).toEqual([id, true, false]);
      expect(recordsFrame(state, { sameOrigin: false })).not.toBe(true);
    }
  });

  it('never record a password, and say so in a sentence with their name', () => {
    for (const id of DOCUMENTED_IDS) {
      const { capture, because } = at(root(id), input('password')).capture('value');
      expect([id, capture]).toEqual([id, 'masked']);
      expect(translate(because.id, because.params)).toContain(recorderName(id));
    }
  });

  it('call what the documentation does not say unknown', () => {
    expect(at(root('hotjar'), {}).capture('data', 'data-user').capture).toBe('unknown');
    expect(at(root('fullstory'), {}).capture('text').capture).toBe('unknown');
    expect(root('logrocket').enter(view(), 'iframe').capture('text').capture).toBe('unknown');
  });

  it('take the text of a page and what is typed where the documentation says so', () => {
    expect(at(root('hotjar'), {}).capture('text')).toMatchObject({
      capture: 'plain',
      fix: { text: 'data-hj-suppress' },
    });
    expect(at(root('hotjar'), input('text')).capture('value').capture).toBe('masked');
    expect(at(root('inspectlet'), input('text')).capture('value').capture).toBe('plain');
  });

  it('pass a mask on to what is below it, and a block too', () => {
    const masked = at(root('hotjar'), { matching: ['[data-hj-suppress]'] }, {});
    expect(masked.capture('text').capture).toBe('masked');
    const blocked = at(root('fullstory'), { matching: ['.fs-exclude'] }, {});
    expect(blocked.capture('text').capture).toBe('absent');
  });

  it('let the mask win, the nearer mark, or an unmask on the field alone, each by its vendor', () => {
    const fs = { mask: { matching: ['.fs-mask'] }, unmask: { matching: ['.fs-unmask'] } };
    expect(at(root('fullstory'), fs.mask, fs.unmask).capture('text').capture).toBe('masked');
    const mf = { mask: { matching: ['.mf-masked'] }, unmask: { matching: ['.mf-listen'] } };
    expect(at(root('mouseflow'), mf.mask, mf.unmask).capture('text').capture).toBe('plain');
    const allow = '[data-hj-allow]';
    expect(at(root('hotjar'), { matching: [allow] }, input('text')).capture('value').capture).toBe(
      'masked',
    );
    expect(at(root('hotjar'), input('text', [allow])).capture('value').capture).toBe('plain');
  });

  it('take the vendor’s own options into account', () => {
    const options = { dom: { inputSanitizer: true, textSanitizer: true } };
    expect(at(root('logrocket'), {}).capture('text').capture).toBe('plain');
    expect(at(root('logrocket', options), {}).capture('text').capture).toBe('masked');
    expect(at(root('logrocket', options), input('text')).capture('value').capture).toBe('masked');
    expect(at(root('faro'), { matching: ['*'] }).capture('text').capture).toBe('masked');
    expect(at(root('statsig'), {}).capture('text').capture).toBe('plain');
  });
});
