import { defineConfig } from 'vitest/config';

/** `npm run test:clickhouse`. The engine is a library of its own process: one file at a time. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/clickhouse/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
