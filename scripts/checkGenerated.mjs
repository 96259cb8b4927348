import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Payload's command line now and then ends with 0 before it has read the config, see
 * docs/decisions.md. Only what it says afterwards proves that it did its work.
 */
const MOST_STARTS = 6

const GENERATED = [
  {
    file: 'dev/app/(payload)/admin/importMap.js',
    says: /No new imports found|Writing import map/,
    script: 'generate:importmap',
  },
  {
    file: 'dev/payload-types.ts',
    says: /Compiling TS types/,
    script: 'generate:types',
  },
]

const generate = ({ says, script }) => {
  for (let start = 1; start <= MOST_STARTS; start += 1) {
    const output = execFileSync('npm', ['run', '--silent', script], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (says.test(output)) {
      return
    }
  }
  throw new Error(`"npm run ${script}" was started ${MOST_STARTS} times and did nothing.`)
}

for (const { file, ...how } of GENERATED) {
  const absolute = path.join(root, file)
  const before = readFileSync(absolute, 'utf8')
  generate(how)

  if (readFileSync(absolute, 'utf8') === before) {
    console.log(`${file} is up to date.`)
  } else {
    console.error(`${file} was out of date, and has been written anew. Commit it.`)
    process.exitCode = 1
  }
}
