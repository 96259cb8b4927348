import type { z } from 'zod'

export type HttpQuery = Record<string, boolean | number | string | undefined>

export type HttpGetArgs<TSchema extends z.ZodType> = {
  query?: HttpQuery
  /** The shape of the whole answer. One that does not fit ends the run with `INVALID_ANSWER`. */
  schema: TSchema
  signal: AbortSignal
}

/**
 * Asks one provider. Times out, retries what is worth a retry, honours the quota and throws a
 * `SyncError` for everything that is not a good answer; it never returns half of one.
 */
export type HttpClient = {
  get: <TSchema extends z.ZodType>(
    path: string,
    args: HttpGetArgs<TSchema>,
  ) => Promise<z.output<TSchema>>
}
