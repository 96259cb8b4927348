import path from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * Neither in `npm test` nor in CI: it installs packages, compiles the panel and builds a site with
 * Next. `npm run test:newcomer` runs it.
 */
export default defineConfig({
  test: {
    fileParallelism: false,
    globalSetup: [path.join(import.meta.dirname, '../database/globalSetup.ts')],
    hookTimeout: 1_800_000,
    include: [path.join(import.meta.dirname, '*.test.ts')],
    testTimeout: 900_000,
  },
})
