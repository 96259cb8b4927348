import type { PayloadRequest } from 'payload'

import type { Database } from '../Database.js'
import type { ConnectionName } from './sealValues.js'

import { isStoredName } from '../../../sdk/connections/Connection.js'
import { openIssues } from '../issues/openIssues.js'
import { NO_RESOURCE } from '../issues/SyncIssue.js'
import { findEndingConsents } from './findEndingConsents.js'

type NoteConsentEndArgs = {
  database: Database
  now: Date
  req: PayloadRequest
} & ConnectionName

/**
 * Opens an issue about a connection that stops soon unless its owner agrees again. Agreeing closes
 * it.
 */
export const noteConsentEnd = async ({
  connection,
  database,
  now,
  provider,
  req,
}: NoteConsentEndArgs): Promise<void> => {
  if (!isStoredName(connection)) {
    return
  }
  const found = await findEndingConsents({ connection, database, now, req })
  for (const { endsAt, label } of found.filter((one) => one.provider === provider)) {
    await openIssues({
      collection: '',
      connection,
      database,
      issues: [
        {
          details: { connection, endsAt },
          documentId: null,
          externalId: connection,
          kind: 'connection',
          message:
            `The consent of "${label}" ends on ${endsAt.slice(0, 10)}, and nothing is read after ` +
            'that. Open the connection and connect again.',
        },
      ],
      now,
      provider,
      req,
      resource: NO_RESOURCE,
      runId: null,
    })
  }
}
