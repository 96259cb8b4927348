/**
 * How a record stood when it was last looked at: stored as the provider has it, not looked at or not
 * stored yet, or not to be read or stored.
 */
export const CHECK_STATUSES = ['SYNCED', 'PENDING', 'ERROR'] as const

export type CheckStatus = (typeof CHECK_STATUSES)[number]
