// A process that asks once in the name of a connection, and renews its token for that.
import { z } from 'zod'

import { createRunClient } from '../../../src/sync/engine/run/client/createRunClient.js'
import { getSync } from '../../../src/sync/engine/Sync.js'
import { defineAuthProvider, toConnections } from '../../auth/defineAuthProvider.js'
import { openTestProject } from '../../project/openTestProject.js'

/** What it needs to know; it is sent as JSON. */
export type RenewerTask = { baseUrl: string; connection: string; databaseUrl: string }

const { baseUrl, connection, databaseUrl } = JSON.parse(process.argv[2] ?? '') as RenewerTask

// Whoever started us holds the other end.
process.stdin.resume().once('close', () => process.exit(1))

const provider = defineAuthProvider({ baseUrl, connections: toConnections([connection]) })
const payload = await openTestProject({
  databaseUrl,
  isNew: false,
  onLog: () => undefined,
  options: { providers: [provider] },
})
const http = createRunClient({
  attempts: 1,
  provider,
  run: { connection, lane: 'bulk' },
  sync: getSync(payload),
})
await http.get('/clubs', { schema: z.looseObject({}), signal: new AbortController().signal })
process.exit(0)
