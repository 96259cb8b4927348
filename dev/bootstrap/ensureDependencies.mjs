import { spawnSync } from 'node:child_process'

import { findStaleDependency } from './findStaleDependency.mjs'

/** Runs `npm ci` when the installed packages are not the ones of the lockfile. */
export const ensureDependencies = ({ root }) => {
  const reason = findStaleDependency({ root })

  if (reason === null) {
    return
  }

  console.log(`Installing the dependencies, because ${reason}. This takes a minute or two.`)

  const { signal, status } = spawnSync(
    'npm',
    // Without this, NODE_ENV=production would leave out everything that is needed here.
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, shell: process.platform === 'win32', stdio: 'inherit' },
  )

  if (status !== 0) {
    console.error(
      signal
        ? 'The installation was interrupted.'
        : 'The dependencies could not be installed; npm says why above.',
    )
    process.exit(1)
  }
}
