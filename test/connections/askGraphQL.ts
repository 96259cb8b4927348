import { GRAPHQL_POST } from '@payloadcms/next/routes'

import type { AccountsTest } from './createAccountsTest.js'

type AskArgs = {
  query: string
  test: Pick<AccountsTest, 'cacheKey' | 'payload'>
  token: string
}

/** Asks the project's GraphQL API as Next does, and returns the answer as it is sent. */
export const askGraphQL = async ({
  query,
  test: { cacheKey, payload },
  token,
}: AskArgs): Promise<string> => {
  // The route asks for the one project of a process.
  const { _payload } = globalThis as unknown as { _payload: Map<string, unknown> }
  _payload.set('default', _payload.get(cacheKey))
  // It keeps the schema of the first, which may be that of another file of this process.
  const kept = (globalThis as { _payload_graphql?: object })._payload_graphql
  Object.assign(kept ?? {}, { graphql: null, promise: null })
  try {
    const answer = await GRAPHQL_POST(payload.config)(
      new Request('http://localhost/api/graphql', {
        body: JSON.stringify({ query }),
        headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
        method: 'POST',
      }),
    )
    return await answer.text()
  } finally {
    _payload.delete('default')
  }
}
