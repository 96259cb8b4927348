import type { Endpoint } from 'payload'

import { getSync } from 'payload-plugin-sync'

import type { providers } from './providers'

import { showContext } from './noteContext'

/** Gives a job of the project's own to Payload. */
const queueNote: Endpoint = {
  handler: async (req) => {
    await req.payload.jobs.queue({ input: { text: 'done' }, task: 'note' })
    return Response.json({})
  },
  method: 'post',
  path: '/queue-note',
}

/** What all plugins together have made of the collections. */
const showCollections: Endpoint = {
  handler: ({ payload }) =>
    Response.json(
      Object.fromEntries(
        payload.config.collections.map(({ slug, flattenedFields, hooks, versions }) => [
          slug,
          {
            drafts: Boolean(versions?.drafts),
            fields: flattenedFields.map(({ name }) => name).sort(),
            hooks: Object.entries(hooks)
              .map(([moment, all]) => `${moment}: ${Array.isArray(all) ? all.length : 0}`)
              .sort(),
          },
        ]),
      ),
    ),
  method: 'get',
  path: '/show-collections',
}

/** Starts a sync from the project's own code, as whoever asks. */
const startFromCode: Endpoint = {
  handler: async (req) => {
    const sync = getSync<typeof providers>(req.payload)
    const runs = await sync.startRun({ provider: 'sportmonks', req, resource: 'countries' })
    return Response.json({ ids: runs.map(({ id }) => id) })
  },
  method: 'post',
  path: '/start-from-code',
}

const showContextOfWorkers: Endpoint = {
  handler: () => Response.json({ context: showContext() ?? null }),
  method: 'get',
  path: '/show-context',
}

export const endpoints = [queueNote, showCollections, showContextOfWorkers, startFromCode]
