/**
 * Why a run in work is asked to stop; its signal is aborted with it.
 *
 * - `cancel`: a person does not want it any more
 * - `lockLost`: the database ended the session that held its lock; it may be another worker's now
 * - `shutdown`: the process ends
 * - `slice`: it has worked long enough for now, others wait
 */
export type StopReason = 'cancel' | 'lockLost' | 'shutdown' | 'slice'
