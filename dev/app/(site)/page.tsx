import config from '@payload-config'
import { getPayload } from 'payload'
import {
  findLiveMatches,
  findMatchesOn,
  findTable,
  type League,
  type Match,
} from 'payload-plugin-sync/content/soccer'

import { DayPicker } from './DayPicker.js'
import { LiveMatches } from './LiveMatches.client.js'
import { Table } from './Table.js'

export const dynamic = 'force-dynamic'

type PageProps = { searchParams: Promise<{ day?: string; league?: string }> }

/** The newest day on which something was played, or today before anything was. */
const findNewestDay = async (payload: Awaited<ReturnType<typeof getPayload>>): Promise<string> => {
  const { docs } = await payload.find({
    collection: 'matches',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    sort: '-startsAt',
    where: { state: { in: ['finished', 'live', 'paused'] } },
  })
  const [newest] = docs as unknown as Match[]
  return (newest?.startsAt ?? new Date().toISOString()).slice(0, 10)
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** Live scores, the matches of a day, and the table of a league, as visitors may see them. */
const Page = async ({ searchParams }: PageProps) => {
  const payload = await getPayload({ config })
  const asked = await searchParams
  const day = isDay(asked.day) ? asked.day : await findNewestDay(payload)
  const site = { overrideAccess: false, payload }
  const live = await findLiveMatches(site)
  const matches = await findMatchesOn({ ...site, day, league: asked.league })
  const leagues = new Map(
    [...matches, ...live].flatMap(({ league }) =>
      typeof league === 'object' && league ? [[league.id, league] as [number, League]] : [],
    ),
  )
  const [league] = leagues.values()
  const tables = league ? await findTable({ ...site, league }) : []

  return (
    <main className="site">
      <header className="site__header">
        <h1>Match day</h1>
        <a href="/admin">Admin panel</a>
      </header>
      <section aria-labelledby="live">
        <h2 id="live">Live now</h2>
        <LiveMatches empty="Nothing is being played." initial={live} isLiveOnly />
      </section>
      <div className="site__columns">
        <section aria-labelledby="matches">
          <div className="site__bar">
            <h2 id="matches">Matches</h2>
            <DayPicker day={day} league={asked.league} />
          </div>
          <LiveMatches empty="No matches on this day." initial={matches} key={day} />
        </section>
        {league && tables[0] && (
          <section aria-labelledby="table">
            <div className="site__bar">
              <h2 id="table">{league.name}</h2>
            </div>
            <Table table={tables[0]} />
          </section>
        )}
      </div>
    </main>
  )
}

export default Page
