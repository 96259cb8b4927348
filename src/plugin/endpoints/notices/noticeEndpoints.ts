import type { Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Initiator } from '../../../sync/run/Run.js'
import type { Slugs } from '../../options/collectionKeys.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import {
  listNotifications,
  readNotifications,
} from '../../../sync/operations/notices/listNotifications.js'
import { listChannels, testChannel } from '../../../sync/operations/notices/testChannel.js'
import { watchNotifications } from '../../../sync/runtime/notices/watchNotifications.js'
import { readSight } from '../../collections/readSight.js'
import { describeNotice } from '../../notifications/message/describeNotice.js'
import { toLinkPath } from '../../notifications/message/toLink.js'
import { toNames, toTranslate } from '../../translations/index.js'
import { parseInput } from '../InvalidInputError.js'
import { readBody } from '../readBody.js'
import { encode, openEventStream } from '../streams/openEventStream.js'
import { syncEndpoint } from '../syncEndpoint.js'

type EndpointArgs = { access: AccessCheck }

/** Whoever asks; nobody gets here who is not signed in. */
const toReader = ({ user }: PayloadRequest): Initiator => ({
  id: user!.id,
  collection: user!.collection,
})

const querySchema = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) })

/** `GET /sync/notifications`: what whoever asks was told, in their language, the newest first. */
export const notificationsEndpoint = ({
  access,
  slugs,
}: { slugs: Slugs } & EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { i18n, payload, searchParams } = req
      const { limit } = parseInput(querySchema, Object.fromEntries(searchParams))
      const reader = toReader(req)
      const { docs, unread } = await listNotifications({ limit, payload, reader, sight })
      const names = toNames(i18n)
      const t = toTranslate(req.t)
      return {
        body: {
          docs: docs.map(({ id, at, isRead, notices, severity }) => ({
            id,
            at,
            isRead,
            severity,
            texts: notices.map((notice) => ({
              ...describeNotice({ language: i18n.language, names, notice, t }),
              name: notice.name,
              url: toLinkPath({ notice, payload, slugs }),
            })),
          })),
          unread,
        },
      }
    },
    method: 'get',
    path: '/notifications',
  })

const readSchema = z.object({
  ids: z
    .array(z.union([z.string().min(1), z.int()]))
    .max(1000)
    .optional(),
})

/** `POST /sync/notifications/read`: whoever asks has read these, or all of them. */
export const readNotificationsEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { ids } = parseInput(readSchema, (await readBody(req)) ?? {})
      const { payload } = req
      const reader = toReader(req)
      await readNotifications({ ids, payload, reader, sight })
      const { unread } = await listNotifications({ limit: 1, payload, reader, sight })
      return { body: { unread } }
    },
    method: 'post',
    path: '/notifications/read',
  })

/** The browser connects again after this, and is asked anew who it is. */
const LIFETIME_MS = 5 * 60_000

const NEWS = encode('event: notifications\ndata: {}\n\n')

/**
 * `GET /sync/notifications/stream`: says that there is something new to ask for, as server-sent
 * events named `notifications`; first when it begins, and then for what whoever asks may see.
 */
export const notificationStreamEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: (req) =>
      openEventStream({
        lifetimeMs: LIFETIME_MS,
        maxBehind: 10,
        open: ({ close, send }) => {
          send(NEWS)
          return watchNotifications({
            onEnd: close,
            onNews: () => send(NEWS),
            payload: req.payload,
            readSight: () => readSight({ req }),
          })
        },
        signal: req.signal,
      }),
    method: 'get',
    path: '/notifications/stream',
  })

/** `GET /sync/channels`: the ways by which something is sent. */
export const channelsEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: ({ payload }) => ({ body: { channels: listChannels({ payload }) } }),
    method: 'get',
    path: '/channels',
  })

/** `POST /sync/channels/:name/test`: sends a test at once, and says what came of it. */
export const testChannelEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams }) => ({
      body: await testChannel({ channel: String(routeParams?.name), payload }),
    }),
    method: 'post',
    path: '/channels/:name/test',
  })
