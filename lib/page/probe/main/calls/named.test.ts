import { describe, expect, it } from 'vitest';
import { namedBy, namedByTraits } from './named';

const how = ({ email, traits, id }: ReturnType<typeof namedBy>): string =>
  [email && 'email', traits && 'traits', id && 'id'].filter(Boolean).join(' ');

describe('namedBy', () => {
  it.each([
    [['alice@acme.test'], 'email id'],
    [['u-17'], 'id'],
    [[17, { plan: 'pro' }], 'id'],
    [['u-17', { first_name: 'Alice' }], 'traits id'],
    [['u-17', {}, { $email: 'alice@acme.test' }], 'traits id'],
    [[{ email: 'alice@acme.test' }], 'traits'],
    [[{ visitor: { id: 'alice@acme.test' }, account: { id: 'a', name: 'Acme' } }], 'email id'],
    [[], ''],
    [[null], ''],
    [[''], ''],
    [['a @ b'], 'id'],
  ])('%j: %s', (args, expected) => expect(how(namedBy(args, 0))).toBe(expected));
});

describe('namedByTraits', () => {
  it.each([
    [['$email', 'alice@acme.test'], 'traits'],
    [['plan', 'pro'], ''],
    [[{ uid: 'u', properties: { displayName: 'Alice' } }], 'traits id'],
    [[{ id: 'alice@acme.test' }], 'email id'],
    [[{ _properties: { $set: { Phone_Number: '1' } } }], 'traits'],
    [[{ _q: [{ name: 'set', args: ['email', 'alice@acme.test'] }] }], 'traits'],
    [[{ _q: [{ name: 'set', args: ['plan', 'pro'] }] }], ''],
    [[null], ''],
  ])('%j: %s', (args, expected) => expect(how(namedByTraits(args, 0))).toBe(expected));

  it('reads no getter and no more than it can hold', () => {
    const trap = {
      get email(): string {
        throw new Error('read');
      },
    };
    expect(how(namedByTraits([trap], 0))).toBe('traits');
    const round: Record<string, unknown> = {};
    round.user = round;
    expect(how(namedByTraits([round], 0))).toBe('');
  });
});
