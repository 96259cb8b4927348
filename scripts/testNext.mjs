// Runs the server's tests on the newest canary of Payload's next major version, in a copy of this
// repository: what breaks is printed, and nothing here is changed. Not part of CI: it may fail. The
// exit code is that of the tests; types are only told, because most errors are about the panel's look.
// `npm run test:next` runs the set below, `npm run test:next -- test/rest` what is named,
// `--payload 4.0.0-canary.36` takes that version, and `--keep` leaves the copy behind.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A slice of everything that needs no browser: config, commands, REST, schedules, a provider. */
const TESTS = [
  'src/plugin/platform/',
  'test/cli/process.int.spec.ts',
  'test/cli/stalled.spec.ts',
  'test/plugin/',
  'test/rest/trigger.int.spec.ts',
  'test/rest/status.int.spec.ts',
  'test/schedule/slots.int.spec.ts',
  'test/sync/actions.int.spec.ts',
  'test/sync/rules.int.spec.ts',
  'test/sportmonks/full.int.spec.ts',
]

/** An error of TypeScript may tell whole types. */
const LONGEST_LINE = 200

const CANARY = /^(?<major>\d+)\.0\.0-canary\.(?<number>\d+)$/

const ask = (...args) =>
  JSON.parse(execFileSync('npm', ['view', ...args, '--json'], { encoding: 'utf8' }))

/** By number: the tag `canary` may still belong to the version before. */
const findNewestCanary = () => {
  const canaries = ask('payload', 'versions')
    .map((version) => ({ version, ...CANARY.exec(version)?.groups }))
    .filter(({ number }) => number !== undefined)
    .sort((one, other) => other.major - one.major || other.number - one.number)
  if (canaries.length === 0) {
    throw new Error('The registry has no canary of Payload.')
  }
  return canaries[0].version
}

const copyRepository = (folder) => {
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  for (const file of files.split('\0').filter(Boolean)) {
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true })
  }
  rmSync(path.join(folder, 'package-lock.json'))
}

const isOfPayload = (name) =>
  name === 'payload' || (name.startsWith('@payloadcms/') && name !== '@payloadcms/eslint-config')

/** The version instead of what the repository asks for, and a Node.js that it runs on. */
const writePackage = ({ folder, nodeRange, version }) => {
  const file = path.join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  for (const kind of ['devDependencies', 'peerDependencies']) {
    for (const name of Object.keys(manifest[kind]).filter(isOfPayload)) {
      manifest[kind][name] = version
    }
  }
  // What the npm package `node` installs by a script, which npm may not run.
  manifest.devDependencies[NODE_PACKAGE] = nodeRange
  writeFileSync(file, JSON.stringify(manifest, null, 2))
}

const NODE_PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keep: { default: false, type: 'boolean' }, payload: { type: 'string' } },
})
const version = values.payload ?? findNewestCanary()
// As `>=24.15.0`: the oldest major that fits, because the newest may have no binary yet.
const nodeRange = `^${/\d+\.\d+\.\d+/.exec(ask(`payload@${version}`, 'engines').node)?.[0]}`
const folder = mkdtempSync(path.join(tmpdir(), 'payload-plugin-sync-next-'))
console.log(`Payload ${version} on Node.js ${nodeRange}, in ${folder}`)

const run = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'inherit', ...options })

try {
  copyRepository(folder)
  writePackage({ folder, nodeRange, version })
  // The scripts of packages are not needed, and Node.js is still the old one.
  const installed = run('npm', [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--force',
  ])
  if (installed.status !== 0) {
    throw new Error('The packages could not be installed.')
  }
  const node = path.join(folder, 'node_modules', NODE_PACKAGE, 'bin/node')
  const runTool = (file, args, options) =>
    run(node, [path.join('node_modules', file), ...args], options)

  const types = runTool('typescript/bin/tsc', ['--noEmit', '--pretty', 'false'], { stdio: 'pipe' })
  const errors = types.stdout.split('\n').filter((line) => line.includes(': error TS'))
  const tests = runTool('vitest/vitest.mjs', [
    'run',
    '--project',
    'unit',
    '--project',
    'int',
    ...(positionals.length > 0 ? positionals : TESTS),
  ])

  // Specs are about the version that is installed here.
  const broken = errors.filter((line) => line.startsWith('src/') && !line.includes('.spec.'))
  console.log(`\nPayload ${version}`)
  broken.forEach((line) => console.log(`  ${line.slice(0, LONGEST_LINE)}`))
  console.log(`Types: ${broken.length} errors in src`)
  console.log(`Tests: ${tests.status === 0 ? 'passed' : 'failed, see above'}`)
  process.exitCode = tests.status === 0 ? 0 : 1
} finally {
  if (!values.keep) {
    rmSync(folder, { force: true, recursive: true })
  }
}
