import { SyncError } from './SyncError.js'

const MESSAGES = {
  anotherSecret:
    'It was saved while the project had another secret. Give the old one as PAYLOAD_SYNC_OLD_SECRET ' +
    'and run "payload sync rotate-keys", or enter the credentials again.',
  changed: 'It was changed in the database, or belongs to something else. Enter it again.',
} as const

type SealErrorArgs = { reason: keyof typeof MESSAGES }

/** Something that was sealed with the project's secret cannot be opened. Nothing of it is told. */
export class SealError extends SyncError {
  override readonly code = 'SEALED'
  override readonly name = 'SealError'

  constructor({ reason }: SealErrorArgs) {
    super(MESSAGES[reason])
  }
}
