import { revalidateTag, unstable_cache as cache } from 'next/cache'

import { inOwnContext } from '../../../../../src/sync/runtime/process/inOwnContext.js'

export const dynamic = 'force-dynamic'

const tryToRefresh = async () => {
  await new Promise((resolve) => setTimeout(resolve, 1))
  try {
    revalidateTag('matches', 'max')
    return 'allowed'
  } catch (error) {
    return error.message
  }
}

/** What Next.js says to work that the first visitor has started, in a context and without one. */
export const GET = async () => {
  const key = String(performance.now())
  const start = cache(
    async () => ({ inherited: await tryToRefresh(), own: await inOwnContext(tryToRefresh) }),
    [key],
  )
  return Response.json(await start())
}
