import type { Project } from './openProject.js'
import type { Site } from './startSite.js'

import { waitFor } from '../project/waitFor.js'

export type Document = { externalId: string; id: number } & Record<string, unknown>

type Found = { docs: Document[]; totalDocs: number }

type Run = {
  counts: Record<string, number>
  id: number
  resource: string
  status: string
}

const ENDED = ['completed', 'partial', 'failed', 'cancelled']

/** Of all runs, on a machine that is busy with other things. */
const SYNC_TIMEOUT_MS = 600_000

type OpenEditorArgs = { project: Project; site: Site }

export type Editor = ReturnType<typeof openEditor>

/** What an editor does on a site. */
export const openEditor = ({ project: { database }, site: { rest } }: OpenEditorArgs) => {
  const find = (path: string): Promise<Found> => rest<Found>(path)

  /** One run, as it is now. */
  const findRun = (id: number): Promise<Run> => rest<Run>(`/syncLogs/${id}?depth=0`)

  /** Waits until runs have ended, and gives them. */
  const follow = async (ids: number[]): Promise<Run[]> => {
    await waitFor({
      event: `the end of the runs ${ids.join(', ')}`,
      // Not by the server, which has its work to do.
      look: async () => {
        const ended = 'select 1 from sync_logs where id = any ($1) and status::text = any ($2)'
        return (await database.query(ended, [ids, ENDED])).rowCount === ids.length
      },
      timeoutMs: SYNC_TIMEOUT_MS,
    })
    return await Promise.all(ids.map(findRun))
  }

  /** Asks for runs of one resource, or of all, and gives their ids. */
  const trigger = async (resource?: string): Promise<number[]> => {
    const { runs } = await rest<{ runs: { id: number }[] }>('/sync/trigger', {
      provider: 'sportmonks',
      ...(resource !== undefined && { resource }),
    })
    return runs.map(({ id }) => id)
  }

  return {
    find,
    findRun,
    follow,
    /** Changes documents by a file, and gives the import when Payload's jobs have done it. */
    importFile: async ({ collection, lines }: { collection: string; lines: string[] }) => {
      const form = new FormData()
      form.set('file', new Blob([lines.join('\n')], { type: 'text/csv' }), 'import.csv')
      form.set(
        '_payload',
        JSON.stringify({ collectionSlug: collection, importMode: 'update', matchField: 'id' }),
      )
      const { doc } = await rest<{ doc: Document }>('/imports', form)
      return await waitFor({
        event: 'the end of the import',
        look: async () => {
          const found = await rest<Document>(`/imports/${doc.id}`)
          return found.status !== 'pending' && found
        },
      })
    },
    /** Runs of one resource, or of all, when they have ended. */
    sync: async (resource?: string): Promise<Run[]> => await follow(await trigger(resource)),
    trigger,
  }
}
