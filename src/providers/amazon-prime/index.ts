import { subscriptions as kit } from '../../content/subscriptions/index.js'
import { defineProvider } from '../../sdk/index.js'
import { amazonFiles } from './amazonFiles.js'
import { charges } from './charges.js'
import { AMAZON_PRIME } from './services.js'
import { subscriptions } from './subscriptions.js'

/**
 * What a person pays for Amazon Prime, and for other subscriptions that they ordered there, from the
 * archive "Request My Data" (a zip file of one topic or of several, or a single file of it). Amazon
 * has no API for it. People upload the archive at a connection of theirs. What they watched and what
 * else they bought is not kept.
 */
export const amazonPrime = () =>
  defineProvider({
    name: 'amazon-prime',
    accounts: { schedules: [] },
    content: kit,
    label: AMAZON_PRIME,
    resources: {
      subscriptions,

      charges,
    },
    source: amazonFiles,
  })
