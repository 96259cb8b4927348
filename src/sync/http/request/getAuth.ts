import type { HttpClient, HttpFacts } from '../../../sdk/index.js'

type Headers = Readonly<Record<string, string>>

/** A client without credentials, which takes these secrets out of what it says. */
export type CreateAuthClient = (secrets: string[]) => HttpClient

type RefreshArgs = {
  /** Whoever begins the renewal signs in with a client of its own, so its run counts the requests. */
  createClient: CreateAuthClient
  /** The headers that were not accepted. */
  refused: Headers
  signal: AbortSignal
}

/** The credentials of a provider as they are now. */
export type Auth = {
  headers: () => Headers
  /**
   * Renews the credentials, once for all who were refused with the same `headers`. Rejects at once
   * when the signal aborts; the renewal goes on for the others.
   */
  refresh: (args: RefreshArgs) => Promise<void>
  /** What must be taken out of every text, now and for what was said before. */
  secrets: () => readonly string[]
}

/** Clients of one provider share what was renewed: a second renewal may end the first. */
const known = new WeakMap<HttpFacts, Auth>()

type GetAuthArgs = { facts: HttpFacts; timeoutMs: number }

/** The credentials of a provider in this process. */
export const getAuth = (args: GetAuthArgs): Auth => {
  const auth = known.get(args.facts) ?? createAuth(args)
  known.set(args.facts, auth)
  return auth
}

const createAuth = ({ facts, timeoutMs }: GetAuthArgs): Auth => {
  let headers: Headers = facts.headers ?? {}
  let secrets: readonly string[] = []
  let renewal: Promise<void> | undefined
  // The facts are read each time: a project may hand in others.
  const listSecrets = (): string[] => [...(facts.secrets ?? []), ...secrets]

  const renew = async ({ createClient, renewCredentials }: RenewArgs): Promise<void> => {
    const renewed = await renewCredentials({
      http: createClient(listSecrets()),
      signal: AbortSignal.timeout(timeoutMs),
    })
    headers = { ...facts.headers, ...renewed.headers }
    secrets = [...new Set([...renewed.secrets, ...secrets])]
  }

  return {
    headers: () => headers,
    refresh: async ({ createClient, refused, signal }) => {
      // Otherwise somebody has renewed them since this request was sent.
      if (refused === headers && facts.refreshAuth) {
        renewal ??= renew({ createClient, renewCredentials: facts.refreshAuth }).finally(() => {
          renewal = undefined
        })
        await untilAborted({ signal, work: renewal })
      }
    },
    secrets: listSecrets,
  }
}

type RenewArgs = {
  createClient: CreateAuthClient
  renewCredentials: NonNullable<HttpFacts['refreshAuth']>
}

type UntilAbortedArgs = { signal: AbortSignal; work: Promise<void> }

const untilAborted = async ({ signal, work }: UntilAbortedArgs): Promise<void> => {
  let onAbort = (): void => undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason as Error)
  })
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    signal.throwIfAborted()
    await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
