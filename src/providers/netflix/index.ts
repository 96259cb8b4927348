import { subscriptions as kit } from '../../content/subscriptions/index.js'
import { defineProvider } from '../../sdk/index.js'
import { charges } from './charges.js'
import { netflixFiles } from './netflixFiles.js'
import { NETFLIX, subscriptions } from './subscriptions.js'

/**
 * What a person pays for Netflix, from the archive "Download your personal information" (a zip file,
 * or `BillingHistory.csv` of it). Netflix has no API for it. People upload the archive at a
 * connection of theirs. What they watched is not kept.
 */
export const netflix = () =>
  defineProvider({
    name: 'netflix',
    accounts: { schedules: [] },
    content: kit,
    label: NETFLIX,
    resources: {
      subscriptions,

      charges,
    },
    source: netflixFiles,
  })
