type PostToSyncArgs = {
  body?: unknown
  /** What the user reads, for the server's own words. */
  language: string
  url: string
}

type PostAnswer<TBody> = {
  /** What came back; `null` when it was refused, or was no JSON. */
  answer: null | TBody
  isAccepted: boolean
  /** What the server said of it; empty when it said nothing a person could read. */
  message: string
}

type AnswerBody = { errors?: { message?: string }[]; message?: string }

/** Asks one of the plugin's routes to do something. */
export const postToSync = async <TBody = unknown>({
  body,
  language,
  url,
}: PostToSyncArgs): Promise<PostAnswer<TBody>> => {
  const response = await fetch(url, {
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: 'include',
    headers: {
      Accept: 'application/json',
      'Accept-Language': language,
      'Content-Type': 'application/json',
      // What tells a person from a script in the run's log.
      'X-Sync-Trigger': 'manual',
    },
    method: 'POST',
  })
  // A proxy in between may answer with a page.
  const answer = (await response.json().catch(() => null)) as AnswerBody | null
  const errors = (answer?.errors ?? []).flatMap(({ message }) => message ?? []).join(' ')
  return {
    answer: response.ok ? (answer as null | TBody) : null,
    isAccepted: response.ok,
    message: response.ok ? (answer?.message ?? '') : errors,
  }
}
