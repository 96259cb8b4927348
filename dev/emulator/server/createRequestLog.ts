export type RequestLog = {
  add: (request: LoggedRequest) => void
  clear: () => void
  /** Oldest first; at most the last 10,000. */
  list: () => LoggedRequest[]
}

export type LoggedRequest = {
  /** By the emulator's clock, ISO 8601. */
  at: string
  /** What the rate limit counted it as; `null` when it was not counted. */
  entity: null | string
  /** Kinds of the faults that hit it. */
  faults: string[]
  /** Names only: a value may be a key. */
  headerNames: string[]
  method: string
  path: string
  /** The token is replaced by `[redacted]`. */
  query: Record<string, string>
  /** `null` while there is no answer, and for ever when the request hangs. */
  status: null | number
}

/** What was asked of the emulator: the control endpoints are not part of it. */
export const createRequestLog = (): RequestLog => {
  let requests: LoggedRequest[] = []

  return {
    add: (request) => {
      requests.push(request)
      // Thrown away in bulk, so that a long run does not copy the list at every request.
      if (requests.length > 2 * MAX_KEPT) {
        requests = requests.slice(-MAX_KEPT)
      }
    },
    clear: () => {
      requests = []
    },
    list: () => requests.slice(-MAX_KEPT),
  }
}

const MAX_KEPT = 10_000
