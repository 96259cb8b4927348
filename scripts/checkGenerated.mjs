import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const GENERATED = {
  'dev/app/(payload)/admin/importMap.js': 'generate:importmap',
  'dev/payload-types.ts': 'generate:types',
}

for (const [file, script] of Object.entries(GENERATED)) {
  const read = () => readFileSync(path.join(root, file), 'utf8')
  const before = read()
  execFileSync('npm', ['run', '--silent', script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })

  if (read() === before) {
    console.log(`${file} is up to date.`)
  } else {
    console.error(`${file} was out of date, and has been written anew. Commit it.`)
    process.exitCode = 1
  }
}
