import type { Payload } from 'payload'

import { findLiveMatches, findTable } from 'payload-plugin-sync/content/soccer'

export const readLeague = async (payload: Payload) => ({
  live: await findLiveMatches({ league: 'scotland-premiership', overrideAccess: false, payload }),
  tables: await findTable({ league: 'scotland-premiership', overrideAccess: false, payload }),
})
