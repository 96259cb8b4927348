import type { OpenFiles } from 'payload-plugin-sync/sdk'

import {
  composeId,
  defineProvider,
  defineResource,
  fromFiles,
  importFile,
  readDay,
} from 'payload-plugin-sync/sdk'
import { z } from 'zod'

type Trip = { id: number; name?: null | string; place?: null | string }

type TripFile = 'places' | 'trips'

/** The rows of `trips.csv`, each with the place that a line of `places.jsonl` gives it. */
async function* readTrips({ connection, rows, values }: OpenFiles<TripFile>) {
  const places = new Map<string, string>()
  for await (const value of values('places')) {
    const { name, code } = z.object({ name: z.string(), code: z.string() }).parse(value)
    places.set(code, name)
  }
  for await (const row of rows('trips')) {
    yield { ...row, connection, place: places.get(row.Place ?? '') }
  }
}

const trips = defineResource<Trip>()({
  ...fromFiles({ read: readTrips }),
  collection: 'trips',
  externalId: ({ connection, Id }) => composeId({ parts: [connection, Id] }),
  map: ({ Name, place }) => ({ name: Name, place: place ?? null }),
  schema: z.looseObject({
    connection: z.string(),
    Id: z.string(),
    Name: z.string(),
    place: z.string().optional(),
  }),
})

export const travelLog = () =>
  defineProvider({
    name: 'travel-log',
    // What people enter of a connection: nothing but what they call it.
    accounts: {},
    resources: { trips },
    source: importFile({
      date: async ({ rows }) => {
        let newest = ''
        for await (const { Day = '' } of rows('trips')) {
          const day = readDay({ text: Day }) ?? ''
          newest = day > newest ? day : newest
        }
        return newest ? new Date(newest) : undefined
      },
      files: {
        places: { format: 'lines', names: ['places.jsonl'] },
        trips: { columns: ['Id', 'Name', 'Place', 'Day'], names: ['trips.csv'] },
      },
      skipped: [{ label: 'Photos', names: ['*.jpg'] }],
    }),
  })
