// @vitest-environment node
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedSchemas } from '../run/schemas';

describe('published schemas', () => {
  it.each(publishedSchemas().map(({ path, there, wanted }) => [basename(path), there, wanted]))(
    '%s says what the code checks (npm run schemas)',
    (_name, there, wanted) => {
      expect(there).toEqual(JSON.parse(JSON.stringify(wanted)));
    },
  );
});
