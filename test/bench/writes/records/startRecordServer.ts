import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { z } from 'zod'

import type { BenchMatch, RecordsAsked } from './matches.js'

const SCRIPT = path.join(import.meta.dirname, 'server.ts')

export type RecordServer = {
  baseUrl: string
  close: () => void
  /** Lets it have these records, in pages of a size. */
  make: (asked: { size?: number } & RecordsAsked) => Promise<void>
  /** All that it has, as people's own code would ask for it. */
  read: () => Promise<BenchMatch[]>
}

const pageSchema = z.object({ next: z.number().optional(), records: z.array(z.unknown()) })

/** Starts what serves the records, so that neither making nor sending them counts for anybody. */
export const startRecordServer = async (): Promise<RecordServer> => {
  const child = fork(SCRIPT, { execArgv: ['--import', 'tsx'] })
  const [port] = (await once(child, 'message')) as [number]
  const baseUrl = `http://127.0.0.1:${port}`
  return {
    baseUrl,
    close: () => child.disconnect(),
    make: async ({ count, seed, size = 500, step }) => {
      const query = new URLSearchParams({
        count: String(count),
        seed: String(seed),
        size: String(size),
        step,
      })
      await (await fetch(`${baseUrl}/make?${query.toString()}`)).text()
    },
    read: async () => {
      const all: BenchMatch[] = []
      let page: number | undefined = 0
      while (page !== undefined) {
        const answer: unknown = await (await fetch(`${baseUrl}/records?page=${page}`)).json()
        const { next, records } = pageSchema.parse(answer)
        all.push(...(records as BenchMatch[]))
        page = next
      }
      return all
    },
  }
}
