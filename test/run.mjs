// Plain JavaScript without dependencies, because nothing may be installed yet.
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { ensureDependencies } from '../dev/bootstrap/ensureDependencies.mjs'
import { requireNode } from '../dev/bootstrap/requireNode.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Read by `.ci/run`. */
const report = path.join('tmp', 'test-report.json')

requireNode()
process.chdir(root)
ensureDependencies({ root })
rmSync(report, { force: true })

const { register } = await import('tsx/esm/api')
const unregister = register()
const { findChromium } = await import('./browser/findChromium.ts')
const { RECORDINGS_FOLDER } = await import('./recordings/RECORDINGS_FOLDER.ts')
const leftOut = [
  ...(findChromium() === null
    ? [
        'The browser tests were left out: no Chromium was found. Get one with ' +
          '"apt-get install chromium", or set CHROMIUM_PATH to one.',
      ]
    : []),
  ...(existsSync(RECORDINGS_FOLDER)
    ? []
    : [
        'The cases of recorded answers were left out: their rights are not ours, and none lie in ' +
          `${path.relative(root, RECORDINGS_FOLDER)}. Made-up answers of the same shapes were used.`,
      ]),
]
await unregister()

process.once('exit', () => {
  leftOut.forEach((line) => console.log(line))
})

process.argv.splice(
  2,
  0,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
)
await import(pathToFileURL(path.join(root, 'node_modules/vitest/vitest.mjs')).href)
