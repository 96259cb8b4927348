import { build } from 'esbuild'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'payload-plugin-sync-pack-'))

/** Runs a checker of ours; its output goes to the terminal. */
const run = (args) => {
  console.log(`> npx ${args.join(' ')}`)
  const { status } = spawnSync('npx', ['--no-install', ...args], { cwd: root, stdio: 'inherit' })

  return status === 0
}

/** What is loaded only for what it does: a bundler drops it where `sideEffects` does not name it. */
const SUPERVISOR = 'dist/plugin/cli/superviseCommand.js'

/** Whether a bundle of a project that uses anything of the plugin can run the command line. */
const isSupervisorKept = async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    metafile: true,
    outdir: 'bundle',
    packages: 'external',
    platform: 'node',
    splitting: true,
    stdin: {
      contents: "export { OptionsError } from './dist/index.js'",
      resolveDir: root,
    },
    treeShaking: true,
    write: false,
  })
  const isKept = Object.values(metafile.outputs).some(
    ({ inputs }) => (inputs[SUPERVISOR]?.bytesInOutput ?? 0) > 0,
  )
  console.log(`${SUPERVISOR} is ${isKept ? 'kept' : 'LOST'} in a bundle`)
  return isKept
}

try {
  const [{ filename, files, unpackedSize }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const tarball = path.join(folder, filename)
  const kilobytes = Math.round(unpackedSize / 1024)
  console.log(`${filename}: ${files.length} files, ${kilobytes} kB unpacked`)

  const results = [
    run(['publint', 'run', tarball, '--strict']),
    // Payload is ESM only, and so is whoever uses it.
    run(['attw', tarball, '--profile', 'esm-only']),
    await isSupervisorKept(),
  ]
  process.exitCode = results.every(Boolean) ? 0 : 1
} finally {
  rmSync(folder, { force: true, recursive: true })
}
