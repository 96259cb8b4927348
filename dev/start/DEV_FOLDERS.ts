import { fileURLToPath } from 'node:url'

const toPath = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

export const DEV_FOLDERS = {
  app: toPath('..'),
  /** Everything a dev app leaves behind but Next's own cache. */
  data: toPath('../.data'),
  postgres: toPath('../.data/postgres'),
  root: toPath('../..'),
  samples: toPath('../.data/samples'),
} as const
