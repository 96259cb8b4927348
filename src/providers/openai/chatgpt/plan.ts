import { z } from 'zod'

import type { SubscriptionDocument } from '../../../content/subscriptions/index.js'
import type { OpenFiles } from '../../../sdk/index.js'

import { toPersonalId } from '../../../content/subscriptions/index.js'
import { defineResource, fromFiles } from '../../../sdk/index.js'

/** As people read it. */
export const CHATGPT = 'ChatGPT'

/** Yes and no, as programs of all kinds write them. */
const yesOrNo = z.union([
  z.boolean(),
  z.stringbool({ falsy: ['false', '0', 'no'], truthy: ['true', '1', 'yes'] }),
  z.literal([0, 1]).transform(Boolean),
])

const userSchema = z.object({ connection: z.string(), isPlus: yesOrNo.nullish() })

/** Only the answer is handed on: the rest of the file is who somebody is. */
async function* readUser({ connection, values }: OpenFiles<'user'>): AsyncGenerator<unknown> {
  for await (const user of values('user')) {
    const isUser = typeof user === 'object' && user !== null
    yield isUser && !('#problem' in user)
      ? { connection, isPlus: 'chatgpt_plus_user' in user ? user.chatgpt_plus_user : null }
      : { '#problem': 'The file holds no user.' }
  }
}

/** What the export says of a person's plan. An account is one subscription, whatever its plan. */
export const createPlan = () =>
  defineResource<SubscriptionDocument>()({
    ...fromFiles({ read: readUser }),
    collection: 'subscriptions',
    externalId: ({ connection }) => toPersonalId({ connection, parts: ['plan'] }),
    map: ({ isPlus }): SubscriptionDocument => ({
      service: CHATGPT,
      source: 'file',
      ...toLevel(isPlus),
    }),
    schema: userSchema,
  })

/** Where the export does not say, nothing is known: what was said before of the plan stays. */
const toLevel = (isPlus: boolean | null | undefined): Partial<SubscriptionDocument> => {
  if (isPlus === null || isPlus === undefined) {
    return { status: 'unknown' }
  }
  return isPlus ? { plan: 'Plus', status: 'active' } : { plan: 'Free', status: 'free' }
}
