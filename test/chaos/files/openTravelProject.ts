import type { Payload } from 'payload'

import { travelLog } from '../../docs/guide/travelLog.js'
import { TRIPS } from '../../docs/guide/TRIPS.js'
import { openTestProject } from '../../project/openTestProject.js'

/** What a process needs to know to open the project. */
export type TravelTask = { databaseUrl: string }

type OpenTravelProjectArgs = { isNew: boolean; onLog: (line: string) => void; task: TravelTask }

/** A project of people who bring what they noted of their trips. */
export const openTravelProject = async ({
  isNew,
  onLog,
  task: { databaseUrl },
}: OpenTravelProjectArgs): Promise<Payload> =>
  await openTestProject({
    config: { collections: [{ slug: 'users', auth: true, fields: [] }, TRIPS] },
    databaseUrl,
    isNew,
    onLog,
    options: { batchSize: 100, providers: [travelLog()] },
  })
