import type { z } from 'zod'

import type { JsonValue } from '../../shared/json.js'
import type { HtmlElement } from '../../shared/markup/HtmlElement.js'

/** The query of a request, by name; `undefined` leaves a name out. */
export type HttpQuery = Record<string, boolean | number | string | undefined>

/** What an answer is taken for. */
export const ANSWER_KINDS = ['json', 'text', 'html', 'xml', 'bytes', 'stream'] as const

/** How an answer is read: one of `ANSWER_KINDS`. */
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** One value of a form; one that is `undefined` is left out. */
export type FormValue = boolean | number | string | undefined

/** What a `post` sends, in one of three ways. */
export type HttpBody =
  | { form: Readonly<Record<string, FormValue | readonly FormValue[]>> }
  | { json: JsonValue }
  /** A `File` is sent with its name. */
  | { multipart: Readonly<Record<string, Blob | FormValue | readonly (Blob | FormValue)[]>> }

/** Bytes as they arrive. Read once, by `for await` or by a reader. */
export type ByteStream = AsyncIterable<Uint8Array> & ReadableStream<Uint8Array>

type CommonArgs = {
  /**
   * The most bytes this answer may have, unpacked. A longer one is `INVALID_ANSWER`.
   *
   * @default `maxBytes` of the facts, or what its kind may have
   */
  maxBytes?: number
  query?: HttpQuery
  signal: AbortSignal
}

type ParsedArgs<TSchema extends z.ZodType> = {
  /**
   * What the answer is taken for: `xml` is an `XmlElement`, with all values as text.
   *
   * @default 'json'
   */
  as?: 'json' | 'xml'
  /** The shape of the whole answer. One that does not fit ends the run with `INVALID_ANSWER`. */
  schema: TSchema
} & CommonArgs

type TextArgs = { as: 'text' } & CommonArgs
type HtmlArgs = { as: 'html' } & CommonArgs
type BytesArgs = { as: 'bytes' } & CommonArgs
type StreamArgs = { as: 'stream' } & CommonArgs

/** Asks for an answer of a kind; `TMore` is what is said besides. */
type Ask<TMore> = {
  (path: string, args: BytesArgs & TMore): Promise<Uint8Array>
  (path: string, args: HtmlArgs & TMore): Promise<HtmlElement>
  (path: string, args: StreamArgs & TMore): Promise<ByteStream>
  (path: string, args: TextArgs & TMore): Promise<string>
  <TSchema extends z.ZodType>(
    path: string,
    args: ParsedArgs<TSchema> & TMore,
  ): Promise<z.output<TSchema>>
}

/**
 * Asks one provider. Times out, repeats what may go well next time, honours the quota and throws a
 * `SyncError` for everything that is not a good answer; it never returns half of one.
 *
 * Only a stream may still end badly after it was returned: it then throws what an answer would have
 * thrown. It ends with the signal.
 */
export type HttpClient = {
  get: Ask<unknown>
  /**
   * Reads by POST, where a provider is asked that way: a search, a query. The request is taken for
   * a read and may be sent more than once, exactly as a `get`. Never use it to change anything.
   */
  post: Ask<{ body: HttpBody }>
}
