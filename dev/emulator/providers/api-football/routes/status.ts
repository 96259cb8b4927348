import type { Route } from './Route.js'

import { DAY_MS, toDay } from '../../../moments.js'

/** The account. Asking costs nothing, and the answer has no headers of the quota. */
export const status: Route = {
  find: ({ context: { now }, plan, quota: { day } }) => ({
    account: { email: 'emulator@example.com', firstname: 'Emulated', lastname: 'Account' },
    requests: { current: day.limit - day.remaining, limit_day: day.limit },
    subscription: {
      active: true,
      end: new Date(Date.parse(toDay(now)) + 30 * DAY_MS).toISOString().replace('.000Z', '+00:00'),
      plan: plan === 'free' ? 'Free' : 'Pro',
    },
  }),
  isFree: true,
  path: '/status',
  rules: { names: [] },
}
