import { SyncError } from '../SyncError.js'

/** The provider does not accept the credentials. Nothing will work until a person changes them. */
export class CredentialsRefusedError extends SyncError {
  override readonly code = 'CREDENTIALS_REFUSED'
  override readonly name = 'CredentialsRefusedError'
}
