// The long form of the tests that try random or very many cases:
// `npm run test:long -- kill --count 50 --seed 7`.
// Plain JavaScript without dependencies, because nothing may be installed yet.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { ensureDependencies } from '../../dev/bootstrap/ensureDependencies.mjs'
import { requireNode } from '../../dev/bootstrap/requireNode.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    // How many cases each suite tries, instead of the count of its own for the long form.
    count: { type: 'string' },
    // Decides all that is random; printed when it is not given.
    seed: { type: 'string', default: String(Math.ceil(Math.random() * 2 ** 31)) },
  },
})

/** Spec files with a long form are those that ask `test/long` how long it is. */
const findSuites = () =>
  ['dev', 'src', 'test']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { encoding: 'utf8', recursive: true }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => /\.spec\.tsx?$/.test(file))
    .filter((file) => /\/long\/toCount\.js'/.test(readFileSync(path.join(root, file), 'utf8')))

const suites = findSuites().filter(
  (file) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
)
if (suites.length === 0) {
  console.error(`No suite with a long form is named like ${positionals.join(' or ')}. There are:`)
  console.error(findSuites().join('\n'))
  process.exit(1)
}

requireNode()
ensureDependencies({ root })
console.log(`Seed: ${values.seed}`)

const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...suites],
  {
    cwd: root,
    env: {
      ...process.env,
      LONG: 'true',
      LONG_SEED: values.seed,
      ...(values.count !== undefined && { LONG_COUNT: values.count }),
    },
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
