import { SyncError } from './SyncError.js'

type UnreadableSecretErrorArgs = {
  /** The key that is missing; absent where another reason keeps it from being read. */
  keyId?: string
}

/** A stored secret cannot be decrypted. Only saving it again, or the right key, helps. */
export class UnreadableSecretError extends SyncError {
  override readonly code = 'SECRET_UNREADABLE'
  override readonly name = 'UnreadableSecretError'

  constructor({ keyId }: UnreadableSecretErrorArgs = {}) {
    super(
      keyId === undefined
        ? 'What was stored cannot be decrypted: it was changed, or belongs elsewhere. Save it again.'
        : `What was stored cannot be decrypted: this project does not have the key ${keyId}. Its ` +
            'secret was changed. Give the old one as well, or save it again.',
    )
  }
}
