import { setTimeout as sleep } from 'node:timers/promises'

import { StartError } from '../StartError.js'

type WaitUntilReadyArgs = {
  baseUrl: string
  /** What the app wrote last, to be shown when it answers with an error. */
  lastOutput: () => string
  /** What is asked for first, and on and on. @default '/api/access' */
  path?: string
  signal: AbortSignal
}

const POLL_MS = 200

/** Waits until Payload answers, which includes its schema push into the database. */
export const waitUntilReady = async ({
  baseUrl,
  lastOutput,
  path = '/api/access',
  signal,
}: WaitUntilReadyArgs): Promise<void> => {
  for (;;) {
    signal.throwIfAborted()

    try {
      const response = await fetch(`${baseUrl}${path}`, { signal })
      await response.arrayBuffer()

      if (response.ok) {
        return
      }

      if (response.status >= 500) {
        throw new StartError(
          `The app answers with status ${response.status}. It said last:\n\n${lastOutput()}\n`,
        )
      }
    } catch (error) {
      // Nobody listens yet.
      if (!(error instanceof TypeError)) {
        throw error
      }
    }

    await sleep(POLL_MS, undefined, { signal })
  }
}
