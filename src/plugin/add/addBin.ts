import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Step } from './Step.js'

/** The `payload sync` command. */
export const addBin: Step = ({ config }) => ({
  ...config,
  bin: [
    ...(config.bin ?? []),
    {
      key: 'sync',
      // Not new URL('…', import.meta.url): bundlers take that for an asset to copy.
      scriptPath: path.resolve(
        path.dirname(fileURLToPath(import.meta.url)),
        `../cli/index${path.extname(fileURLToPath(import.meta.url))}`,
      ),
    },
  ],
})
