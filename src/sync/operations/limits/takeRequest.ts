import type { Payload } from 'payload'

import { getSync } from '../../engine/Sync.js'
import { takeTurn } from '../../store/limits/takeTurn.js'

const MINUTE_MS = 60_000

type TakeRequestArgs = {
  /** Who asks, in a word that is the same for all their requests. */
  client: string
  payload: Payload
  perMinute: number
}

/** Counts a request of a client: 0, or how long they have to wait, in milliseconds. */
export const takeRequest = async ({
  client,
  payload,
  perMinute,
}: TakeRequestArgs): Promise<number> => {
  const { waitMs } = await takeTurn({
    database: getSync(payload).database,
    key: `requests:${client}`,
    limit: perMinute,
    windowMs: MINUTE_MS,
  })
  return waitMs
}
