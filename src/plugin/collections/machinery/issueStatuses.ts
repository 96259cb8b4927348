/** What became of an issue. */
export const ISSUE_STATUSES = ['open', 'resolved', 'ignored'] as const
