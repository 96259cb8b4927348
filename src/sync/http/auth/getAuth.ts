import type { HttpAuth, HttpFacts, SignInClient } from '../../../sdk/index.js'
import type { Clock } from '../../../shared/clock.js'
import type { AuthState } from './AuthState.js'
import type { AuthTurn, TokenStore } from './TokenStore.js'

import { CredentialsRefusedError, UnavailableError } from '../../../shared/errors/index.js'
import { askForToken } from './askForToken.js'
import { isDue, isUsable, toOwnState, toRefused, toSignedIn } from './AuthState.js'
import { toFingerprint } from './toFingerprint.js'
import { createMemoryStore } from './TokenStore.js'
import { toRefusalMessage } from './toRefusalMessage.js'
import { waitForTurn } from './waitForTurn.js'

type Headers = Readonly<Record<string, string>>

/** A client without credentials, which takes these secrets out of what it says. */
export type CreateSignInClient = (secrets: readonly string[]) => SignInClient

/** What to send requests with. */
export type Credentials = {
  headers: Headers
  /** Tells what was renewed since. */
  version: number
}

type GetCredentialsArgs = {
  /** Takes secrets out of a text. */
  clean: (text: string) => string
  clock: Clock
  /** Whoever begins a renewal asks with a client of its own, so its run counts the requests. */
  createClient: CreateSignInClient
  /** Those of a request that was refused for them: they are renewed. */
  refused?: Credentials
  signal: AbortSignal
}

/** The credentials of a provider as they are now. */
export type Auth = {
  /**
   * Signed in, and renewed where it is time to, once for all who ask with the same credentials.
   * Rejects at once when the signal aborts; what was begun goes on for the others.
   *
   * @throws CredentialsRefusedError when they are refused; without a request where that is known
   */
  getCredentials: (args: GetCredentialsArgs) => Promise<Credentials>
  /** What must be taken out of every text, now and for what was said before. */
  secrets: () => readonly string[]
}

type GetAuthArgs = {
  facts: HttpFacts
  /** The provider as people read it. */
  provider: string
  store: TokenStore | undefined
  timeoutMs: number
}

/** Clients of one provider and store share what they know: a second renewal may end the first. */
const known = new WeakMap<HttpFacts, WeakMap<object, Auth>>()

/** The credentials of a provider in this process. */
export const getAuth = (args: GetAuthArgs): Auth => {
  const { facts, store } = args
  const owner = store ?? facts
  const ofFacts = known.get(facts) ?? new WeakMap<object, Auth>()
  known.set(facts, ofFacts)
  const auth = ofFacts.get(owner) ?? createAuth(args)
  ofFacts.set(owner, auth)
  return auth
}

const createAuth = ({ facts, ...args }: GetAuthArgs): Auth =>
  facts.auth ? createTokenAuth({ ...args, auth: facts.auth, facts }) : createStaticAuth(facts)

const createStaticAuth = (facts: HttpFacts): Auth => {
  const credentials = { headers: facts.headers ?? {}, version: 0 }
  // The facts are read each time: a project may hand in others.
  return { getCredentials: () => Promise.resolve(credentials), secrets: () => facts.secrets ?? [] }
}

/** A turn is for a renewal and the sign-in after it. Nobody else tries before that time is over. */
const TURN_MARGIN_MS = 5000

/** A renewal that failed, while the old token still is good, is not tried again before that. */
const EARLY_PAUSE_MS = 30_000

type RenewArgs = { seen: AuthState } & Omit<GetCredentialsArgs, 'refused' | 'signal'>

const createTokenAuth = ({
  auth,
  facts,
  provider,
  store = createMemoryStore(),
  timeoutMs,
}: { auth: HttpAuth } & GetAuthArgs): Auth => {
  const fingerprint = toFingerprint(facts)
  let state: AuthState | undefined
  let headers: Headers = {}
  let tokens: readonly string[] = auth.refreshToken === undefined ? [] : [auth.refreshToken]
  let pausedUntil = 0
  let renewal: Promise<void> | undefined
  /** Stores what could not be stored when it was got. */
  let catchUp: (() => Promise<unknown>) | undefined
  const listSecrets = (): string[] => [...(facts.secrets ?? []), ...tokens]

  const adopt = (next: AuthState): AuthState => {
    if (next.token && next.token.token !== state?.token?.token) {
      const { refreshToken, token } = next.token
      headers = { ...facts.headers, ...auth.headers(token) }
      tokens = [...new Set([token, ...(refreshToken === null ? [] : [refreshToken]), ...tokens])]
    }
    state = next
    return next
  }

  const look = async (): Promise<AuthState> => adopt(toOwnState(await store.find(), fingerprint))

  const ask = async ({ clean, clock, createClient, own, turn }: AskArgs): Promise<AuthState> => {
    const asked = await askForToken({
      auth,
      http: createClient(listSecrets()),
      now: () => clock.now().getTime(),
      signal: () => limitTime({ provider, timeoutMs }),
      state: own,
    })
    if ('token' in asked) {
      return toSignedIn(own, asked.token)
    }
    const lost = turn.isInterrupted && own.token ? ' The renewal before it was interrupted.' : ''
    return toRefused(own, clean(`${asked.refused.message}${lost}`))
  }

  /** Renews what was known as `seen`, unless somebody else has done so or tried to. */
  const renew = async ({ seen, ...args }: RenewArgs): Promise<void> => {
    // A renewal and a sign-in, one after the other.
    const turn = await waitForTurn({ forMs: 2 * timeoutMs + TURN_MARGIN_MS, store })
    const own = toOwnState(turn.state, fingerprint)
    let next: AuthState | undefined
    try {
      const isOurs = own.version === seen.version && own.status === 'ok'
      // Known to this process before it is stored: what cannot be stored now is not lost with that.
      adopt(isOurs ? (next = await ask({ ...args, own, turn })) : own)
    } finally {
      catchUp = () => turn.end(next)
      await catchUp()
      catchUp = undefined
    }
  }

  const renewOnce = async ({ signal, ...args }: { signal: AbortSignal } & RenewArgs) => {
    renewal ??= renew(args).finally(() => {
      renewal = undefined
    })
    // Whoever began it may not wait for it any more.
    renewal.catch(() => undefined)
    await untilAborted({ signal, work: renewal })
  }

  const settle = ({ failures, reason, status, version }: AuthState): Credentials => {
    if (reason !== null) {
      const message = toRefusalMessage({ provider, state: { failures, reason, status } })
      throw new CredentialsRefusedError(message)
    }
    return { headers, version }
  }

  return {
    getCredentials: async ({ refused, signal, ...args }) => {
      const now = (): number => args.clock.now().getTime()
      const isGood = (held: AuthState): boolean => isUsable({ now: now(), state: held })
      const isEarly = (held: AuthState): boolean => isDue({ now: now(), state: held })
      /** Whether what became of a renewal is known, for those who were refused before it. */
      const isSettled = (known: AuthState): boolean => known.reason !== null || isGood(known)
      await catchUp?.()
      const held = state ?? (await look())
      const seenVersion = refused?.version ?? held.version
      if (held.version !== seenVersion && isSettled(held)) {
        return settle(held)
      }
      if (!refused && isGood(held) && (!isEarly(held) || now() < pausedUntil)) {
        return { headers, version: held.version }
      }
      // Somebody else may have renewed them, or a person saved others.
      const latest = await look()
      const isNew = latest.version !== seenVersion
      if (latest.status !== 'ok' || (isNew && (refused ? isSettled(latest) : !isEarly(latest)))) {
        return settle(latest)
      }
      try {
        await renewOnce({ ...args, seen: latest, signal })
      } catch (error) {
        signal.throwIfAborted()
        if (refused || !isGood(latest)) {
          throw error
        }
        pausedUntil = now() + EARLY_PAUSE_MS
        return { headers, version: latest.version }
      }
      return settle(state ?? latest)
    },
    secrets: listSecrets,
  }
}

type LimitTimeArgs = Pick<GetAuthArgs, 'provider' | 'timeoutMs'>

/** Ends what takes too long as an answer that does not come: it may go better the next time. */
const limitTime = ({ provider, timeoutMs }: LimitTimeArgs): AbortSignal => {
  const controller = new AbortController()
  const stop = (): void =>
    controller.abort(
      new UnavailableError(
        `${provider} did not let us sign in within ${Number((timeoutMs / 1000).toPrecision(3))} seconds.`,
      ),
    )
  setTimeout(stop, timeoutMs).unref()
  return controller.signal
}

type AskArgs = { own: AuthState; turn: AuthTurn } & Omit<RenewArgs, 'seen'>

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
