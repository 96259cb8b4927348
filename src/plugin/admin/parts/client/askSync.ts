type AskSyncArgs = {
  body?: unknown
  /** What the user reads, for the server's own words. */
  language: string
  /** @default 'GET' */
  method?: 'DELETE' | 'GET' | 'POST'
  /** Aborted by whoever does not want the answer any more. @default never */
  signal?: AbortSignal
  url: string
}

/** What the server would not do, and of some refusals what kind of fault it found. */
export type SyncRefusal = { fault?: string; message: string }

export type SyncAnswer<TBody> = {
  /** What came back; `null` when it was refused, or was no JSON. */
  answer: null | TBody
  isAccepted: boolean
  /** What the server said of it; empty when it said nothing a person could read. */
  message: string
  /** Why it was refused; empty where it was not, or without a word. */
  refusals: readonly SyncRefusal[]
}

type AnswerBody = { errors?: Partial<SyncRefusal>[]; message?: string }

/**
 * Asks one of the plugin's routes.
 *
 * @throws what `fetch` throws: nobody answered, or `signal` was aborted
 */
export const askSync = async <TBody = unknown>({
  body,
  language,
  method = 'GET',
  signal,
  url,
}: AskSyncArgs): Promise<SyncAnswer<TBody>> => {
  const response = await fetch(url, {
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
    credentials: 'include',
    headers: {
      Accept: 'application/json',
      'Accept-Language': language,
      'Content-Type': 'application/json',
      // What tells a person from a script in the run's log.
      'X-Sync-Trigger': 'manual',
    },
    method,
    signal,
  })
  return toAnswer({ isAccepted: response.ok, text: await response.text() })
}

type ToAnswerArgs = { isAccepted: boolean; text: string }

/** What a route of the plugin has answered. A proxy in between may answer with a page. */
export const toAnswer = <TBody>({ isAccepted, text }: ToAnswerArgs): SyncAnswer<TBody> => {
  const body = toJson(text) as AnswerBody | null
  const refusals = (isAccepted ? [] : (body?.errors ?? [])).flatMap(({ fault, message }) =>
    message === undefined ? [] : { message, ...(fault !== undefined && { fault }) },
  )
  return {
    answer: isAccepted ? (body as null | TBody) : null,
    isAccepted,
    message: isAccepted ? (body?.message ?? '') : refusals.map(({ message }) => message).join(' '),
    refusals,
  }
}

const toJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
