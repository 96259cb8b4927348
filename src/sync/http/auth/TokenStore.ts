import type { AuthState } from './AuthState.js'

/** Leave to sign in or to renew, which one process has at a time. */
export type AuthTurn = {
  /**
   * Gives the turn back, with what came of it: nothing without a `state`. Returns whether the turn
   * was still this process's; what came of it was not kept otherwise.
   */
  end: (state?: AuthState) => Promise<boolean>
  /** Whether whoever had the turn before never gave it back: what it got may be lost. */
  isInterrupted: boolean
  /** As it is now. */
  state: AuthState | undefined
}

/** Where all processes keep how a connection is signed in. */
export type TokenStore = {
  /** As it is now; `undefined` while nobody has signed in. */
  find: () => Promise<AuthState | undefined>
  /** Takes the turn for at most so long, or says how long to wait before asking again. */
  takeTurn: (args: { forMs: number }) => Promise<{ waitMs: number } | AuthTurn>
}

const ASK_AGAIN_MS = 20

/** One that a single process keeps in its memory. */
export const createMemoryStore = (): TokenStore => {
  let isTaken = false
  let known: AuthState | undefined
  return {
    find: () => Promise.resolve(known),
    takeTurn: () => {
      if (isTaken) {
        return Promise.resolve({ waitMs: ASK_AGAIN_MS })
      }
      isTaken = true
      return Promise.resolve({
        end: (state) => {
          known = state ?? known
          isTaken = false
          return Promise.resolve(true)
        },
        isInterrupted: false,
        state: known,
      })
    },
  }
}
