import type { CouldBeLive } from '../../../sdk/index.js'

import { couldMatchesBeLive } from '../documents/index.js'

const couldBeLive: CouldBeLive = (args) => couldMatchesBeLive({ ...args, resource: 'matches' })

/** What holds for a resource of matches, whoever provides it. */
export const MATCHES = {
  collection: 'matches',
  couldBeLive,
  references: ['leagues', 'seasons', 'teams'],
}
