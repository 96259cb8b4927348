// A process that asks a counted provider, several requests at a time, within the shared quota.
import { z } from 'zod'

import { DEFAULT_CONNECTION } from '../../../src/sdk/connections/Connection.js'
import { createRunClient } from '../../../src/sync/engine/run/client/createRunClient.js'
import { getSync } from '../../../src/sync/engine/Sync.js'
import { openTestProject } from '../../project/openTestProject.js'
import { defineCountedProvider } from '../project/defineCountedProvider.js'

/** What an asker needs to know; it is sent as JSON. */
export type AskerTask = { atOnce: number; baseUrl: string; databaseUrl: string; requests: number }

const { atOnce, baseUrl, databaseUrl, requests } = JSON.parse(process.argv[2] ?? '') as AskerTask

// Whoever started us holds the other end.
process.stdin.resume().once('close', () => process.exit(1))

const provider = defineCountedProvider({ baseUrl })
const payload = await openTestProject({
  databaseUrl,
  isNew: false,
  onLog: () => undefined,
  options: { providers: [provider] },
})
const http = createRunClient({
  onRequest: () => undefined,
  provider,
  run: { connection: DEFAULT_CONNECTION, lane: 'bulk' },
  sync: getSync(payload),
})
const { signal } = new AbortController()
let left = requests
const askOnAndOn = async (): Promise<void> => {
  while (left > 0) {
    left -= 1
    await http.get('/count', { schema: z.unknown(), signal })
  }
}
await Promise.all(Array.from({ length: atOnce }, askOnAndOn))
process.exit(0)
