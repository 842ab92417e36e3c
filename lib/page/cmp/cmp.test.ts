import { beforeEach, describe, expect, it } from 'vitest';
import { bundledRules } from './bundled-rules';
import { identifyCmp } from './identify';
import { rulesToIdentify } from './rules';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the bundled rules', () => {
  it('are hundreds, and hold no step that does anything', () => {
    const rules = bundledRules();
    expect(rules.r.length).toBeGreaterThan(700);
    for (const rule of rules.r) {
      expect([rule[5], rule[8], rule[9]]).toEqual([[], [], []]);
      expect(JSON.stringify([rule[6], rule[7]])).not.toMatch(
        /"(k|c|h|click|hide|waitForThenClick)":/,
      );
    }
  });

  it('leave out a rule that would click to find out', () => {
    const rule = (popup: object[]) =>
      [1, 'x', 2, '', 22, [0], [{ e: 0 }], popup, [{ k: 0 }], [], {}] as never;
    const rules = { v: 1, s: ['#x'], r: [rule([{ v: 0 }]), rule([{ any: [{ k: 0 }] }])] };
    expect(rulesToIdentify(rules).r).toEqual([
      [1, 'x', 2, '', 22, [], [{ e: 0 }], [{ v: 0 }], [], [], {}],
    ]);
  });
});

describe('identifyCmp', () => {
  /** A platform that is there, and whose banner is open as a test in the page's world says. */
  const rule = (popup: object) => [1, 'acme-cmp', 2, '', 22, [], [{ e: 0 }], [popup], [], [], {}];
  const rules = (popup: object) =>
    rulesToIdentify({ v: 1, s: ['#acme'], r: [rule(popup) as never] });

  it('names a platform whose banner is open, and changes nothing', async () => {
    document.body.innerHTML = '<div id="acme"><button>No</button></div>';
    let clicks = 0;
    document.addEventListener('click', () => clicks++);
    const before = document.documentElement.outerHTML;
    expect(await identifyCmp(rules({ e: 0 }), null)).toEqual({ name: 'acme-cmp', popupOpen: true });
    expect(document.documentElement.outerHTML).toBe(before);
    expect(clicks).toBe(0);
  });

  it('asks the host for a test in the page’s world, and takes no answer for no', async () => {
    document.body.innerHTML = '<div id="acme"></div>';
    const asked: unknown[] = [];
    const popup = { eval: 'EVAL_TESTCMP_0' };
    const found = await identifyCmp(rules(popup), async ({ id }) => {
      asked.push(id);
      return id === 'EVAL_TESTCMP_0';
    });
    expect(found).toEqual({ name: 'acme-cmp', popupOpen: true });
    expect(asked).toContain('EVAL_TESTCMP_0');
    expect(await identifyCmp(rules(popup), null)).toEqual({ name: 'acme-cmp', popupOpen: false });
  });

  it('is null where nothing is there', async () => {
    expect(await identifyCmp(rules({ e: 0 }), null)).toBeNull();
  });
});
