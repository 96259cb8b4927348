import path from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * Not in `npm test`: it installs packages and builds a site with Next, which takes minutes.
 * `npm run test:neighbours` runs it, and CI does.
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
