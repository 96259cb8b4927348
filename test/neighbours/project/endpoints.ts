import type { Endpoint } from 'payload'

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

export const endpoints = [queueNote, showCollections]
