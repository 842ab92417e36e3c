import { describe, expect, it } from 'vitest';
import { classifyLabel } from './classify-label';
import { classifyText } from './classify-text';
import { isPersonName } from './person-name';
import { inside } from './test-element';

const classes = (text: string, ...path: Parameters<typeof inside>) =>
  classifyText(text, inside(...path)).map(({ pii }) => pii);

describe('labels of pictures', () => {
  const named = (text: string, ...path: Parameters<typeof inside>) =>
    classifyLabel(text, inside(...path)).map(({ pii, start, end }) => [
      pii,
      text.slice(start, end),
    ]);

  it.each([
    ['Anna Schmidt', 'Anna Schmidt', { tag: 'img', class: 'avatar' }],
    ['Anna Schmidt', 'Anna Schmidt', { tag: 'span', role: 'img', class: 'UserAvatar' }],
    ['Avatar of Anna van der Berg', 'Anna van der Berg', { tag: 'img', class: 'avatar' }],
    ['Anna Schmidt’s profile picture', 'Anna Schmidt', { tag: 'img', class: 'profile-pic' }],
    ['Profile photo: Anna Schmidt', 'Anna Schmidt', { tag: 'img', class: 'member-photo' }],
    ['Anna Schmidt (online)', 'Anna Schmidt', { class: 'avatar' }],
    ['Signed in as Anna Schmidt', 'Anna Schmidt', { class: 'avatar' }],
    ['Photo by Anna Schmidt', 'Anna Schmidt', { tag: 'img', class: 'photo' }],
    ['Portrait of Anna Schmidt', 'Anna Schmidt', { tag: 'img', class: 'photo' }],
    ['Foto von Anna Schmidt', 'Anna Schmidt', { tag: 'img', class: 'photo' }],
    ['Анна Иванова', 'Анна Иванова', { tag: 'img', class: 'avatar' }],
    ['田中太郎', '田中太郎', { tag: 'img', class: 'avatar' }],
  ])('%s', (text, name, place) => {
    expect(named(text, place)).toEqual([['name.full', name]]);
    expect(named(text, { class: 'chat' }, { class: 'message' }, place)).toHaveLength(1);
  });

  it('stand on the image in a frame of its own', () => {
    expect(named('Anna Schmidt', { class: 'avatar' }, { tag: 'img' })).toHaveLength(1);
  });

  it.each([
    ['Blue Canvas Shoe', { tag: 'img', class: 'product-photo' }],
    ['Golden Gate', { tag: 'img', class: 'photo' }],
    ['Photo by Unsplash', { tag: 'img', class: 'photo' }],
    ['Photo of the slipway', { tag: 'img', class: 'photo' }],
    ['Northquay Ferries', { tag: 'img', class: 'logo' }],
    ['Northquay Ferries', { tag: 'img', class: 'company-avatar' }],
    ['Night Crew', { tag: 'img', class: 'avatar' }],
    ['Team Alpha', { tag: 'img', class: 'avatar' }],
    ['Company Logo', { tag: 'img', class: 'avatar' }],
    ['Your picture', { tag: 'span', role: 'img', class: 'avatar' }],
    ['Edit Profile', { tag: 'button', class: 'avatar' }],
    ['Anna', { tag: 'img', class: 'avatar' }],
    ['Anna Schmidt', { tag: 'img', class: 'hero' }],
    ['Photo by Anna Schmidt', { tag: 'div', class: 'photo' }],
    ['头像', { tag: 'img', class: 'avatar' }],
  ])('%s names nobody in %j', (text, place) => {
    expect(named(text, place)).toEqual([]);
  });

  it('are told from the text in the same element', () => {
    expect(classes('Add Friends', { class: 'avatar' })).toEqual([]);
    expect(classes('Anna Schmidt', { class: 'avatar-row' }, { class: 'sender' })).toEqual([
      'name.full',
    ]);
  });

  it('hold addresses too', () => {
    expect(named('Signed in as anna@example.com', { class: 'avatar' })).toEqual([
      ['email', 'anna@example.com'],
    ]);
    expect(named('anna@example.com', { tag: 'img', class: 'photo' })).toHaveLength(1);
  });
});

describe('the form of a person’s name', () => {
  it.each([
    'Lieselotte Brandvold',
    'J. R. McDonald',
    'Ana de la Cruz',
    'Priya Meera Raghunathan-Vale',
    'علي حسن',
  ])('%s', (text) => {
    expect(isPersonName(text)).toBe(true);
  });
  it.each([
    'anna schmidt',
    'Anna',
    'Anna went home',
    'A B',
    'Anna 2',
    'Hello, Anna',
    'The Boss',
    'ANNA',
  ])('not %s', (text) => {
    expect(isPersonName(text)).toBe(false);
  });
});
