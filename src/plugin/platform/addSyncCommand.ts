import type { Config } from 'payload'

import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { serverOnlyConfigProperties } from 'payload'

const NAME = 'sync'

type Args = { config: Config }

/** Payload 4, as far as it matters here. */
type Payload4Config = { cli?: { commands?: Record<string, string> } | false } & Config

/**
 * Payload 3 has `bin` for commands. No version may get the other's: it would send it to browsers.
 */
const HAS_CLI = new Set<string>(serverOnlyConfigProperties).has('cli')

/** Adds the command `payload sync` where the installed version of Payload looks for commands. */
export const addSyncCommand = ({ config }: Args): Config =>
  HAS_CLI ? addToCli({ config }) : addToBin({ config })

const addToBin = ({ config }: Args): Config => ({
  ...config,
  bin: [...(config.bin ?? []), { key: NAME, scriptPath: toPath('../cli/index') }],
})

const addToCli = ({ config }: Args): Config => {
  const { cli, ...others }: Payload4Config = config
  const extended: Payload4Config = {
    ...others,
    // `false` switches the whole command line off.
    cli: cli !== false && {
      ...cli,
      commands: { ...cli?.commands, [NAME]: `${toPath('payload4Command')}#command` },
    },
  }
  return extended
}

/** Not new URL('…', import.meta.url): bundlers take that for an asset to copy. */
const toPath = (module: string): string => {
  const file = fileURLToPath(import.meta.url)
  return path.resolve(path.dirname(file), `${module}${path.extname(file)}`)
}
