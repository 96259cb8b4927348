import { unstable_cache as cache } from 'next/cache'

export const dynamic = 'force-dynamic'

const readTeams = cache(async () => performance.now(), ['teams'], { tags: ['teams'] })
const readMatches = cache(async () => performance.now(), ['matches'], { tags: ['matches'] })

/** What was cached, made anew only when somebody refreshes its tag. */
export const GET = async () =>
  Response.json({ matches: await readMatches(), teams: await readTeams() })
