import { z } from 'zod'

/** What becomes of files that people bring to be imported. */
export type FileOptions = {
  /**
   * Whether what is in them stays when they were imported. They are personal data, as a rule.
   *
   * @default false
   */
  keep?: boolean
  /** The most bytes that one may have. @default 4_000_000_000 */
  maxBytes?: number
}

export const fileOptionsSchema = z.strictObject({
  keep: z.boolean().optional(),
  maxBytes: z.int().min(1).optional(),
})

const DEFAULT_MAX_BYTES = 4_000_000_000

/** The same with every default. */
export const resolveFileOptions = ({
  keep = false,
  maxBytes = DEFAULT_MAX_BYTES,
}: FileOptions = {}): Required<FileOptions> => ({ keep, maxBytes })
