/** How runs end, in the order they are shown. */
export const RESULTS = ['completed', 'partial', 'failed', 'cancelled'] as const

/** What becomes of records, in the order it is shown. */
export const COUNTS = ['created', 'updated', 'unchanged'] as const
