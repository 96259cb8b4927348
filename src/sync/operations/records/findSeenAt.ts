import type { Payload } from 'payload'

import { getSync } from '../../engine/Sync.js'
import { findLastSeen } from '../../store/sightings/findSeen.js'

type FindSeenAtArgs = { externalId: string; payload: Payload; provider: string; resource: string }

/** When a provider last listed a record, ISO 8601; `null` where nobody knows any more. */
export const findSeenAt = ({
  payload,
  ...record
}: FindSeenAtArgs): ReturnType<typeof findLastSeen> =>
  findLastSeen({ ...record, database: getSync(payload).database })
