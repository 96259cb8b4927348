import type { Payload, PayloadRequest } from 'payload'

import { headers as getHeaders } from 'next/headers.js'
import { createLocalReq, executeAuthStrategies } from 'payload'

type ReadRequestArgs = { payload: Payload }

/**
 * The request of the page that is being drawn, with its user. Payload hands some of its slots none,
 * and a user without the fields they may not read; an access check may ask for just these.
 */
export const readRequest = async ({ payload }: ReadRequestArgs): Promise<PayloadRequest> => {
  const headers = await getHeaders()
  const { user } = await executeAuthStrategies({ headers, payload })
  return await createLocalReq({ req: { headers }, ...(user && { user }) }, payload)
}
