import type { PayloadRequest } from 'payload'

import type { Line } from '../store/runs/lockLine.js'
import type { Sync } from './Sync.js'

import { dispatchNext } from '../queue/dispatchNext.js'

type GiveOutArgs = { line: Line; req: PayloadRequest; sync: Sync }

/** Gives the next runs of a line to the workers, within what this project allows. */
export const giveOut = async ({
  line,
  req,
  sync: { clock, database, perConnection },
}: GiveOutArgs): Promise<void> => {
  await dispatchNext({ database, line, now: clock.now(), perConnection, req })
}
