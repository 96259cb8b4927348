import type { CollectionConfig } from 'payload'

import { cookies } from 'next/headers'

const globals = globalThis as { contextOfWorkers?: string }

/** What Next says to a hook that asks for the cookies of the request: whose part it takes it for. */
export const showContext = (): string | undefined => globals.contextOfWorkers

/** Has a hook of the collection find out in whose context syncs write. */
export const noteContext = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [
      ...(collection.hooks?.afterChange ?? []),
      async ({ req }) => {
        if (req.context.sync) {
          try {
            await cookies()
            globals.contextOfWorkers = 'a request'
          } catch (error) {
            globals.contextOfWorkers = (error as Error).message
          }
        }
      },
    ],
  },
})
