import { createServer } from 'node:http'

type ArchiveRecord = { id: string } & Record<string, unknown>

/** What the archive held when the earlier version read it, by resource. Never change it. */
const RECORDS: Readonly<Record<string, readonly ArchiveRecord[]>> = {
  countries: [
    { id: 'c1', name: 'Aland', code: 'AX' },
    { id: 'c2', name: 'Bland' },
  ],
  leagues: [
    { id: 'l1', name: 'First', type: 'league', active: true, country: 'c1' },
    { id: 'l2', name: 'Cup', type: 'cup', country: 'c2' },
  ],
  matches: [
    {
      id: 'm1',
      awayScore: 1,
      awayTeam: 't2',
      events: [{ type: 'goal', minute: 3, team: 'home' }],
      halftime: { away: 1, home: 1 },
      homeScore: 2,
      homeTeam: 't1',
      league: 'l1',
      season: 's1',
      startsAt: '2024-09-01T15:00:00.000Z',
      state: 'finished',
      title: 'Northern - Southern',
      winner: 'home',
    },
    {
      id: 'm2',
      awayTeam: 't1',
      homeTeam: 't2',
      league: 'l1',
      season: 's1',
      startsAt: '2025-03-01T15:00:00.000Z',
      state: 'scheduled',
      title: 'Southern - Northern',
    },
    // Invalid, and a row of the issues ever since.
    { id: 'm3', state: 5, title: 'Broken' },
  ],
  players: [
    {
      id: 'p1',
      name: 'Ada One',
      dateOfBirth: '2001-02-03T12:00:00.000Z',
      nationality: 'c1',
      position: 'goalkeeper',
      shirtNumber: 1,
      team: 't1',
    },
    { id: 'p2', name: 'Bo Two', team: 't2' },
  ],
  seasons: [
    {
      id: 's1',
      name: '2024/2025',
      coverage: { events: false, fixtures: true },
      isCurrent: true,
      league: 'l1',
      startDate: '2024-08-01T12:00:00.000Z',
      year: 2024,
    },
    { id: 's2', name: '2025', league: 'l2', year: 2025 },
  ],
  teams: [
    {
      id: 't1',
      name: 'Northern',
      country: 'c1',
      founded: 1901,
      venue: { name: 'North Ground', capacity: 900, city: 'Northtown' },
    },
    { id: 't2', name: 'Southern', country: 'c2', shortName: 'South' },
    // Its country was never listed, which is an issue as well.
    { id: 't3', name: 'Lost', country: 'c9' },
  ],
}

export type Archive = { close: () => Promise<void>; url: string }

/** A server that answers as it did when the earlier version filled its database. */
export const startArchive = async (): Promise<Archive> => {
  const server = createServer((request, response) => {
    const records = RECORDS[request.url?.slice(1) ?? '']
    response.setHeader('content-type', 'application/json')
    response.statusCode = records ? 200 : 404
    response.end(JSON.stringify({ records }))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') {
    throw new Error('The archive has no port.')
  }
  return {
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
      }),
    url: `http://127.0.0.1:${address.port}`,
  }
}
