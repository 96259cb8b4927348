import type { Endpoint, Where } from 'payload'

import { z } from 'zod'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { exportDocuments } from '../../../sync/operations/export/exportDocuments.js'
import { EXPORT_FORMATS } from '../../../sync/operations/export/formats.js'
import { parseInput } from '../InvalidInputError.js'
import { syncEndpoint } from '../syncEndpoint.js'
import { toTextStream } from './toTextStream.js'

const querySchema = z.object({
  bom: z.enum(['true', 'false']).default('false'),
  format: z.enum(EXPORT_FORMATS).default('csv'),
  search: z.string().optional(),
  where: z.record(z.string(), z.unknown()).optional(),
})

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/** `GET /sync/export/:collection`: a synced collection or the logs, as whoever asks may read it. */
export const exportEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req) => {
      const { payload, query, routeParams, searchParams, signal } = req
      const { bom, format, search, where } = parseInput(querySchema, {
        ...Object.fromEntries(searchParams),
        where: (query as { where?: unknown } | undefined)?.where,
      })
      const collection = String(routeParams?.collection)
      const texts = exportDocuments({
        collection,
        format,
        hasByteOrderMark: bom === 'true',
        payload,
        req,
        search,
        where: where as undefined | Where,
      })
      // What is refused is refused with a status, before anything is sent.
      const first = await texts.next()
      const day = new Date().toISOString().slice(0, 10)
      return new Response(toTextStream({ first, signal, texts }), {
        headers: {
          'Cache-Control': 'no-store, no-transform',
          'Content-Disposition': `attachment; filename="${collection}-${day}.${format}"`,
          'Content-Type': TYPES[format],
          'X-Content-Type-Options': 'nosniff',
        },
      })
    },
    method: 'get',
    path: '/export/:collection',
  })
