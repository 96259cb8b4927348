import type { AddressInfo } from 'node:net'

import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { GomafiaTest, StoredDocument } from './createGomafiaTest.js'

import { RECORDINGS_FOLDER } from '../recordings/RECORDINGS_FOLDER.js'
import { createGomafiaTest } from './createGomafiaTest.js'

const FOLDER = `${RECORDINGS_FOLDER}gomafia/`

type Game = { elo: number; game_num: string; place: string; role: string; win: string }

type Recorded = {
  buildId: string
  props: {
    pageProps: {
      serverData: {
        history: ({ games: Game[]; id: string } & Record<string, unknown>)[]
        historyTotal: string
        stats: Record<string, Record<string, unknown>>
        user: Record<string, string>
      } & Record<string, unknown>
    }
  }
}

const ROLES: Readonly<Record<string, string>> = { red: 'citizen' }

/** Made after the recorded rows, for the pages of the history that nobody recorded. */
const toFurtherRows = ({ history }: Recorded['props']['pageProps']['serverData'], page: number) =>
  page === 2 || page === 3
    ? history.map((row) => ({ ...row, id: String(Number(row.id) - page * 10_000) }))
    : page === 4
      ? [{ ...history[0]!, id: '7' }]
      : []

describe.runIf(existsSync(FOLDER))('the recorded page of a player', () => {
  const { buildId, props } = existsSync(FOLDER)
    ? (JSON.parse(readFileSync(`${FOLDER}stats-3170.next-data.json`, 'utf8')) as Recorded)
    : ({} as Recorded)
  let player: StoredDocument
  let test: GomafiaTest

  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost')
    const { serverData } = props.pageProps
    if (pathname === '/robots.txt') {
      res.writeHead(404).end()
    } else if (pathname === '/rating') {
      const { id, elo, login } = serverData.user
      const isFirst = searchParams.get('pageUsers') === '1'
      const users = isFirst ? [{ id, elo, login, rank: '12', total_rows: '1' }] : []
      const data = JSON.stringify({
        buildId,
        page: '/rating',
        props: { pageProps: { serverData: { users } } },
      })
      res
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<script id="__NEXT_DATA__" type="application/json">${data}</script>`)
    } else {
      const page = Number(searchParams.get('page') ?? 1)
      const history = page === 1 ? serverData.history : toFurtherRows(serverData, page)
      res
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ pageProps: { serverData: { ...serverData, history } } }))
    }
  })

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    test = await createGomafiaTest({
      baseUrl: `http://127.0.0.1:${port}`,
      options: { listPages: 1, personalData: true },
    })
    const run = await test.sync({ resource: 'players' })
    expect({ error: run.error, status: run.status }).toEqual({ error: null, status: 'completed' })
    ;[player] = (await test.find('mafiaPlayers')) as [StoredDocument]
  })

  afterAll(async () => {
    await test.close()
    server.close()
  })

  it('should be the player', () => {
    const { stats } = props.pageProps.serverData
    expect(player).toMatchObject({
      name: 'К0см0навт',
      averagePoints: 0.4,
      elo: 2087.32,
      externalId: '3170',
      firstKills: 1,
      firstName: 'Имя',
      lastName: 'Фамилия',
      memberSince: 2022,
      photo: 'https://s3.juicedev.ru/gomafia/user/avatar/3170/ava_0000000000.jpg',
      prizePlaces: 0,
      rank: 12,
      registeredAt: '2022-12-19T20:34:26.000Z',
      roles: {
        citizen: { games: 63, winPercent: 30, wins: 19 },
        don: { games: 11, winPercent: 64, wins: 7 },
        mafia: { games: 17, winPercent: 24, wins: 4 },
        sheriff: { games: 12, winPercent: 25, wins: 3 },
      },
      socialId: '000000000',
      statistics: stats,
      total: { games: 103, winPercent: 32, wins: 33 },
      tournaments: 31,
    })
  })

  it('should have the ten tournaments on it and all 126 rows, and then the further pages', () => {
    const { history } = props.pageProps.serverData
    const stored = player.history as { games: unknown[]; tournament: string }[]

    expect(stored).toHaveLength(31)
    expect(stored.slice(0, 10).flatMap(({ games }) => games)).toHaveLength(126)
    expect(stored.slice(0, 10)).toEqual(
      history.map((row) => ({
        type: row.type,
        city: row.city_translate,
        country: row.country_translate,
        eloChange: row.elo,
        endDate: row.date_end,
        games: row.games.map((game) => ({
          eloChange: game.elo,
          number: Number(game.game_num),
          role: ROLES[game.role] ?? game.role,
          seat: Number(game.place),
          winner: game.win,
        })),
        globalGame: row.gg,
        nominations: Array.isArray(row.nominations) ? {} : row.nominations,
        place: Number(row.place),
        prize: row.prize,
        startDate: row.date_start,
        title: row.title,
        tournament: row.id,
      })),
    )
  })
})
