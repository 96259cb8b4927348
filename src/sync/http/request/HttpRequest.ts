import type { AnswerKind, HttpBody, HttpQuery } from '../../../sdk/index.js'

/** What a resource asks for. */
export type HttpRequest = {
  as: AnswerKind
  /** Sent by POST; without one it is a GET. */
  body: HttpBody | undefined
  /** Sent over those of the facts; only where one signs in. */
  headers: Readonly<Record<string, string>> | undefined
  /** @default as the facts or the kind of answer say */
  maxBytes: number | undefined
  path: string
  query: HttpQuery | undefined
}
