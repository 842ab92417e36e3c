import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What the overlay's script is made of, without what the build adds around it. */
it('the overlay carries no vocabulary of fields, and stays under 60 KB', async () => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import { startOverlay } from './lib/page/overlay/overlay';
        import { listen, send } from './lib/platform/overlay-messaging';
        import { redactText } from './lib/report/redact-text';
        globalThis.all = [startOverlay, listen, send, redactText];`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    logLevel: 'silent',
    outfile: 'overlay.js',
  });
  const fields = Object.keys(metafile.inputs).filter((path) => path.includes('lib/pii/fields/'));
  expect(fields).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThan(60_000);
});
