import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'
import type { ResourceUse } from '../RunState.js'

type ToUseColumnsArgs = { logs: ReturnType<Database['table']>; use: ResourceUse }

/** What an attempt took, as columns of its run: the most of all attempts whose workers told. */
export const toUseColumns = ({ logs, use: { loopDelayMs, peakMemoryMb } }: ToUseColumnsArgs) => ({
  loopDelayMs: sql`greatest(${logs.loopDelayMs!}, ${loopDelayMs}::numeric)`,
  peakMemoryMb: sql`greatest(${logs.peakMemoryMb!}, ${peakMemoryMb}::numeric)`,
})
