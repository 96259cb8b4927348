import type { ReactElement } from 'react'

import { FieldSyncClient } from './index.client.js'

/**
 * What a synced field has below its input. On the server, so that nothing but the path of the field
 * is sent along with each state of the form.
 */
export const FieldSync = ({ path }: { path: string }): ReactElement => (
  <FieldSyncClient path={path} />
)
