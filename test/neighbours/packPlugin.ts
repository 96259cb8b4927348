import { renameSync } from 'node:fs'
import path from 'node:path'

import { run } from './run.js'

const ROOT = path.join(import.meta.dirname, '../..')

type PackPluginArgs = {
  /** Where the file goes. */
  folder: string
  /** Whether it was built before, and is taken as it is. @default false */
  isBuilt?: boolean
}

/** The plugin as it would be published, as one file, and where that is. */
export const packPlugin = async ({ folder, isBuilt = false }: PackPluginArgs): Promise<string> => {
  const packed = await run({
    args: [
      ...['pack', '--json', '--pack-destination', folder],
      ...(isBuilt ? ['--ignore-scripts'] : []),
    ],
    command: 'npm',
    cwd: ROOT,
  })
  // What is built before says things too.
  const [{ filename }] = JSON.parse(packed.slice(packed.search(/^\[$/m))) as [{ filename: string }]
  const tarball = path.join(folder, 'payload-plugin-sync.tgz')
  renameSync(path.join(folder, filename), tarball)
  return tarball
}
