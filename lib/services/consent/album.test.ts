import { expect, it } from 'vitest';
import { isSafeName } from '../../report/bundle/names';
import { bytesOf, createAlbum } from './album';

it('keeps forty pictures, by names that a bundle may have, and gives their bytes back', () => {
  const { keep, pictures } = createAlbum();
  expect(keep(null, 'end')).toBe('');
  const names = Array.from({ length: 45 }, (_, count) => keep(btoa(`picture ${count}`), 'end'));
  expect(names.filter((name) => name !== '')).toEqual([...pictures.keys()]);
  expect(pictures.size).toBe(40);
  expect([...pictures.keys()].every(isSafeName)).toBe(true);
  expect(new TextDecoder().decode(bytesOf(pictures.get('02-end.png') ?? ''))).toBe('picture 1');
});
