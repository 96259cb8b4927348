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
  ]
  process.exitCode = results.every(Boolean) ? 0 : 1
} finally {
  rmSync(folder, { force: true, recursive: true })
}
