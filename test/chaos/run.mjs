// The long form of the chaos tests: `npm run test:chaos -- --count 50 --seed 7`.
// Plain JavaScript without dependencies, because nothing may be installed yet.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { ensureDependencies } from '../../dev/bootstrap/ensureDependencies.mjs'
import { requireNode } from '../../dev/bootstrap/requireNode.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    // Workers killed at random moments; the database is restarted a fifth as often.
    count: { type: 'string', default: '50' },
    // Of a clock that is told the time.
    minutes: { type: 'string', default: '240' },
    runs: { type: 'string', default: '200' },
    seed: { type: 'string' },
  },
})

requireNode()
ensureDependencies({ root })

const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'chaos',
    // Parts of file names: `npm run test:chaos -- kill` runs only those.
    ...positionals,
  ],
  {
    cwd: root,
    env: {
      ...process.env,
      CHAOS_COUNT: values.count,
      CHAOS_MINUTES: values.minutes,
      CHAOS_RUNS: values.runs,
      ...(values.seed !== undefined && { CHAOS_SEED: values.seed }),
    },
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
