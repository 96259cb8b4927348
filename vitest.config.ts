import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

import { findChromium } from './test/browser/findChromium.js'
import { FirstSyncFirst } from './test/browser/FirstSyncFirst.js'

const toPath = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** They mock a module or load it anew, which everybody in the same process would notice. */
const ALONE_TESTS = 'test/**/*.alone.int.spec.ts'
const CHAOS_TESTS = 'test/chaos/**/*.chaos.spec.ts'
const E2E_TESTS = 'test/**/*.e2e.spec.ts'
const INTEGRATION_TESTS = ['src/**/*.int.spec.ts', 'test/**/*.int.spec.ts']
const NODE_MODULES = '**/node_modules/**'

/**
 * Run once more with every slug renamed, because nothing may rely on a slug being the default one.
 * A slug can leak wherever a collection is named, so there is one file for each such place: what is
 * stored and asked for by the rules of a sync, by the routes, by the command line, by schedules, in
 * a project that overrides collections, and by a provider whose records point to all the others.
 * The other files of the same place would go the same ways again.
 */
const RENAMED_TESTS = [
  'test/api-football/bothProviders.int.spec.ts',
  'test/cli/doctor.int.spec.ts',
  'test/cli/runs.int.spec.ts',
  'test/plugin/overrides.int.spec.ts',
  'test/rest/health.int.spec.ts',
  'test/rest/machinery.int.spec.ts',
  'test/rest/refresh.int.spec.ts',
  'test/rest/status.int.spec.ts',
  'test/rest/trigger.int.spec.ts',
  'test/schedule/firing.int.spec.ts',
  'test/schedule/seeding.int.spec.ts',
  'test/sportmonks/full.int.spec.ts',
  'test/sync/actions.int.spec.ts',
  'test/sync/rules.int.spec.ts',
]

const lost = RENAMED_TESTS.filter((file) => !existsSync(toPath(file)))
if (lost.length > 0) {
  throw new Error(`Tests for renamed slugs have moved: ${lost.join(', ')}. Name them anew.`)
}

/**
 * For what hangs, not for what is slow: a test that takes a second alone may take a minute where a
 * machine is busy with other things.
 */
const PATIENCE = {
  expect: { poll: { timeout: 60_000 } },
  hookTimeout: 300_000,
  testTimeout: 180_000,
}

/** Every test gets a database of its own, so two files may run at once; more would starve two cores. */
const integration = {
  ...PATIENCE,
  // Payload pushes a schema once per process otherwise, and these tests have many databases.
  env: { PAYLOAD_FORCE_DRIZZLE_PUSH: 'true' },
  globalSetup: ['test/database/globalSetup.ts'],
  include: INTEGRATION_TESTS,
  // To load Payload takes longer than most of these files, so a process does it once.
  isolate: false,
  maxWorkers: 2,
}

/** Needs a browser; `npm test` says so when there is none. */
const e2eProject = {
  extends: true as const,
  test: {
    ...PATIENCE,
    name: 'e2e',
    fileParallelism: false,
    globalSetup: ['test/database/globalSetup.ts', 'test/browser/globalSetup.ts'],
    include: [E2E_TESTS],
    maxWorkers: 1,
    sequence: { groupOrder: 5 },
    setupFiles: ['test/browser/tellWhatWasSeen.ts'],
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
    projects: [
      {
        extends: true,
        test: {
          ...PATIENCE,
          name: 'unit',
          exclude: [NODE_MODULES, CHAOS_TESTS, E2E_TESTS, ...INTEGRATION_TESTS],
          include: ['{dev,eslint,scripts,src,test}/**/*.spec.{ts,tsx}'],
          // As many as there are cores would starve what some of them start.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: 'int',
          exclude: [NODE_MODULES, ALONE_TESTS],
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
          env: { ...integration.env, SYNC_TEST_SLUGS: 'renamed' },
          include: RENAMED_TESTS,
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
          testTimeout: 1_800_000,
        },
      },
      ...(findChromium() ? [e2eProject] : []),
    ],
    // A mock that leaks into the next test hides what that one would have found.
    restoreMocks: true,
    sequence: { sequencer: FirstSyncFirst },
  },
})
