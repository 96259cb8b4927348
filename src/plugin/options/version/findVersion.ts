import { statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import type { ConfigVersion } from '../../../sync/schedule/ConfigVersion.js'

/** Packers and reproducible builds set the times of files to some fixed moment before this. */
const EARLIEST = Date.parse('2025-01-01T00:00:00.000Z')

/** By how much the clock of the host that built may be ahead. */
const SKEW_MS = 24 * 60 * 60_000

const isVersion = (value: unknown): boolean =>
  z.union([z.number(), z.iso.datetime({ offset: true })]).safeParse(value).success

export const versionSchema = z.custom(isVersion, 'expected a number or a moment in ISO 8601')

type FindVersionArgs = {
  /** Where `.next` is. @default the working directory */
  directory?: string
  environment?: Readonly<Record<string, string | undefined>>
  now?: Date
  /** What the project says; it must match the schema. */
  option: number | string | undefined
}

/**
 * The version of this config: what the project says, or the moment of its build. `undefined` where
 * neither tells: in development `.next` may be that of any build before.
 */
export const findVersion = ({
  directory = process.cwd(),
  environment = process.env,
  now = new Date(),
  option,
}: FindVersionArgs): ConfigVersion | undefined => {
  if (option !== undefined) {
    return typeof option === 'number' ? option : new Date(option).toISOString()
  }
  if (environment.NODE_ENV !== 'production') {
    return undefined
  }
  const built = readBuildTime(directory)
  return built && built.getTime() >= EARLIEST && built.getTime() <= now.getTime() + SKEW_MS
    ? built.toISOString()
    : undefined
}

const readBuildTime = (directory: string): Date | undefined => {
  try {
    return statSync(join(/* turbopackIgnore: true */ directory, '.next', 'BUILD_ID')).mtime
  } catch {
    // Not there, or not for this process to see: nothing is worse for it than without a version.
    return undefined
  }
}
