import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

import { findChromium } from './test/browser/findChromium.js'

const toPath = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** They mock a module or load it anew, which everybody in the same process would notice. */
const ALONE_TESTS = 'test/**/*.alone.int.spec.ts'
const CHAOS_TESTS = 'test/chaos/**/*.chaos.spec.ts'
const E2E_TESTS = 'test/**/*.e2e.spec.ts'
/** One way through the code for very many faults: once is enough, they take minutes. */
const FAULT_TABLES = 'test/**/faults.int.spec.ts'
const INTEGRATION_TESTS = ['src/**/*.int.spec.ts', 'test/**/*.int.spec.ts']

/** Every file gets a database of its own, so two may run at once; more would starve two cores. */
const integration = {
  // Payload pushes a schema once per process otherwise, and these tests have many databases.
  env: { PAYLOAD_FORCE_DRIZZLE_PUSH: 'true' },
  globalSetup: ['test/database/globalSetup.ts'],
  hookTimeout: 120_000,
  include: INTEGRATION_TESTS,
  // To load Payload takes longer than most of these files, so a process does it once.
  isolate: false,
  maxWorkers: 2,
  testTimeout: 60_000,
}

/** Needs a browser; `npm test` says so when there is none. */
const e2eProject = {
  extends: true as const,
  test: {
    name: 'e2e',
    fileParallelism: false,
    globalSetup: ['test/database/globalSetup.ts', 'test/browser/globalSetup.ts'],
    hookTimeout: 120_000,
    include: [E2E_TESTS],
    maxWorkers: 1,
    sequence: { groupOrder: 5 },
    testTimeout: 180_000,
  },
}

export default defineConfig({
  resolve: {
    // As `paths` in tsconfig.json: the tests run on the source.
    alias: [
      { find: /^@payload-config$/, replacement: toPath('dev/payload.config.ts') },
      { find: /^payload-plugin-sync$/, replacement: toPath('src/index.ts') },
      { find: /^payload-plugin-sync\/(.+)$/, replacement: toPath('src/exports/$1.ts') },
    ],
  },
  test: {
    // A mock that leaks into the next test hides what that one would have found.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // As many as there are cores would starve what some of them start.
          exclude: ['**/node_modules/**', CHAOS_TESTS, E2E_TESTS, ...INTEGRATION_TESTS],
          include: ['{dev,eslint,scripts,src,test}/**/*.spec.{ts,tsx}'],
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: 'int',
          exclude: ['**/node_modules/**', ALONE_TESTS],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: 'int-alone',
          include: [ALONE_TESTS],
          isolate: true,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: 'int-renamed',
          // Nothing may rely on a slug being the default one.
          env: { ...integration.env, SYNC_TEST_SLUGS: 'renamed' },
          exclude: ['**/node_modules/**', FAULT_TABLES],
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: 'chaos',
          // Worker processes of its own need the cores, and each test waits for what they do.
          fileParallelism: false,
          include: [CHAOS_TESTS],
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
          testTimeout: 1_200_000,
        },
      },
      ...(findChromium() ? [e2eProject] : []),
    ],
    restoreMocks: true,
  },
})
