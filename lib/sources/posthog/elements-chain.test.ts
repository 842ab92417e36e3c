import { describe, expect, test } from 'vitest';
import { readElementsChain } from './elements-chain';

describe('readElementsChain', () => {
  test('reads attributes, quoted ends and all', () => {
    const [button] = readElementsChain(
      'button.go:attr__data-test="buy \\"it\\""href="/buy"nth-of-type="2";div:nth-of-type="1"',
    );
    expect(button).toMatchObject({
      tag: 'button',
      marks: [['data-test', 'buy "it"']],
      href: '/buy',
      nthOfType: 2,
    });
  });

  // Looked at again from every letter, four million of them would take hours, and this test would hang.
  test('is linear in a name that never ends', () => {
    const [element] = readElementsChain(`a:${'a'.repeat(4_000_000)}`);
    expect(element).toMatchObject({ tag: 'a', marks: [], href: null });
    expect(readElementsChain(`${'x="'.repeat(1_000_000)}`)).toHaveLength(1);
  });
});
