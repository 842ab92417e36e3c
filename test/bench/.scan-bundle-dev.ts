import { join } from 'node:path';
import { build } from 'esbuild';

/** The scanner as one script that defines `hushmapScan`, from the extension's own sources. */
export const bundleScanner = (): Promise<string> => bundle('scanner-exports.ts', 'hushmapScan');

/** The stop-watch beside it, as `hushmapTime`. */
export const bundleTimer = (): Promise<string> => bundle('scan-in-page.ts', 'hushmapTime');

async function bundle(file: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    minify: false,
    keepNames: false,
    write: false,
    format: 'iife',
    globalName,
    target: 'chrome120',
  });
  return outputFiles[0]?.text ?? '';
}
