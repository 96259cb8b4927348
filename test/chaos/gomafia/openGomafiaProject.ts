import type { Payload } from 'payload'

import { gomafia } from '../../../src/providers/gomafia/index.js'
import { openTestProject } from '../../project/openTestProject.js'

/** What a process needs to know to open the project. */
export type GomafiaTask = { baseUrl: string; databaseUrl: string }

type OpenGomafiaProjectArgs = {
  isNew: boolean
  onLog: (line: string) => void
  task: GomafiaTask
}

/** A project that reads the site with the provider's own limits, as many resources at once as it has. */
export const openGomafiaProject = async ({
  isNew,
  onLog,
  task: { baseUrl, databaseUrl },
}: OpenGomafiaProjectArgs): Promise<Payload> =>
  await openTestProject({
    databaseUrl,
    isNew,
    onLog,
    options: { providers: [gomafia({ baseUrl })], worker: { perConnection: 3 } },
  })
