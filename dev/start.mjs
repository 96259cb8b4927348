// Plain JavaScript without dependencies, because nothing may be installed yet.
import { fileURLToPath } from 'node:url'

import { ensureDependencies } from './bootstrap/ensureDependencies.mjs'
import { parseStartArgs, USAGE } from './bootstrap/parseStartArgs.mjs'
import { requireNode } from './bootstrap/requireNode.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const { options, problem } = parseStartArgs({ args: process.argv.slice(2), env: process.env })

if (problem) {
  console.error(`${problem}.\n\n${USAGE}`)
  process.exit(2)
}

if (options.help) {
  console.log(USAGE)
  process.exit(0)
}

requireNode()
process.chdir(root)
ensureDependencies({ root })

const { register } = await import('tsx/esm/api')
register()
const { runDevApp } = await import('./start/runDevApp.ts')
await runDevApp({ options, root })
