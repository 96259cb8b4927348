/** Why a run in work is asked to stop; the reason its signal is aborted with. */
export const STOP_REASONS = ['lockLost', 'shutdown'] as const

export type StopReason = (typeof STOP_REASONS)[number]
