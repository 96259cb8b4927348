import { importFile, readDay } from '../../sdk/index.js'

/** The archive "Download your personal information", or a single file of it. */
export const netflixFiles = importFile({
  date: async ({ rows }) => {
    const days: string[] = []
    for await (const row of rows('billing')) {
      days.push(row['Transaction Date'] ?? '')
    }
    for await (const row of rows('history')) {
      days.push(
        row['Subscription Opened Ts'] ?? '',
        row['Subscription Closed Ts'] ?? '',
        row['Plan Change Date'] ?? '',
      )
    }
    const newest = days
      .flatMap((text) => readDay({ text }) ?? [])
      .reduce((last, day) => (day > last ? day : last), '')
    return newest ? new Date(`${newest}T00:00:00Z`) : undefined
  },
  files: {
    account: { columns: ['Membership Status'], names: ['AccountDetails.csv'] },
    billing: {
      columns: [
        'Transaction Date',
        'Service Period Start Date',
        'Description',
        'Currency',
        'Gross Sale Amt',
        'Pmt Status',
      ],
      names: ['BillingHistory.csv'],
      optionalColumns: [
        'Service Period End Date',
        'Tax Amt',
        'Pmt Txn Type',
        'Final Invoice Result',
        'Next Billing Date',
      ],
    },
    history: {
      columns: ['Subscription Opened Ts', 'Subscription Closed Ts'],
      names: ['SubscriptionHistory.csv'],
      optionalColumns: ['Signup Plan Category', 'Plan Change Date', 'Plan Change New Category'],
    },
  },
  skipped: [
    { label: 'Viewing history', names: ['ViewingActivity.csv', 'NetflixViewingHistory.csv'] },
    { label: 'Search history', names: ['SearchHistory.csv'] },
    { label: 'Clicks', names: ['Clickstream.csv'] },
    { label: 'Playback events', names: ['PlaybackRelatedEvents.csv'] },
  ],
})

/** What the archive has of it. */
export type NetflixFile = keyof typeof netflixFiles.files
