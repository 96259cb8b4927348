import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { RECORDINGS_FOLDER } from '../../../../test/recordings/RECORDINGS_FOLDER.js'
import { readPlayerPage } from '../sources/readPages.js'
import { soundPlayerSchema } from './playerSchema.js'
import { toPlayer } from './toPlayer.js'

const FILE = `${RECORDINGS_FOLDER}gomafia/stats-3170.next-data.json`

type Page = {
  history: ({ games: Record<string, unknown>[] } & Record<string, unknown>)[]
  stats: Record<string, Record<string, unknown>>
  user: Record<string, unknown>
} & Record<string, unknown>

const readRecorded = (): Page =>
  (
    JSON.parse(readFileSync(FILE, 'utf8')) as {
      props: { pageProps: { serverData: Page } }
    }
  ).props.pageProps.serverData

const toDocument = ({
  page,
  personalData = true,
  row,
}: {
  page: unknown
  personalData?: boolean
  row?: unknown
}) => {
  const read = readPlayerPage({
    id: '3170',
    asked: '/stats/3170',
    value: page as Record<string, unknown>,
  })
  return toPlayer({
    personalData,
    record: soundPlayerSchema.parse({ ...read, id: read.user.id, row }),
  })
}

/** What PHP and the site have for nothing; as tests name them. */
const NOTHING: readonly { nothing: unknown }[] = [
  { nothing: undefined },
  { nothing: null },
  { nothing: '' },
  { nothing: false },
  { nothing: [] },
]

describe.runIf(existsSync(FILE))('the recorded page of a player, as another may be', () => {
  const plain = existsSync(FILE) ? toDocument({ page: readRecorded() }) : undefined

  it('should be the same with numbers for texts and texts for numbers', () => {
    const swap = (value: unknown): unknown => {
      if (typeof value === 'number') {
        return String(value)
      }
      if (typeof value === 'string') {
        return /^\d{1,9}$/.test(value) && !value.startsWith('00') ? Number(value) : value
      }
      return typeof value === 'object' && value !== null
        ? Array.isArray(value)
          ? value.map(swap)
          : Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, swap(inside)]))
        : value
    }
    const {
      history: _,
      statistics: _figures,
      ...document
    } = toDocument({
      page: swap(readRecorded()),
    })
    const { history: _recorded, statistics: _same, ...expected } = plain!

    expect(document).toEqual(expected)
  })

  it.each(NOTHING)(
    'should have no club, picture, rating or day where the site has $nothing',
    ({ nothing }) => {
      const page = readRecorded()
      Object.assign(page.user, {
        avatar_link: nothing,
        club_id: nothing,
        date_registration: nothing,
        elo: nothing,
        since: nothing,
        vk_id: nothing,
      })
      const document = toDocument({ page: JSON.parse(JSON.stringify(page)) })
      const value = nothing === undefined ? undefined : null

      expect(document.club).toBe(value)
      expect(document.photo).toBe(value)
      expect(document.elo).toBe(value)
      expect(document.memberSince).toBe(value)
      expect(document.registeredAt).toBe(value)
      expect(document.socialId).toBe(value)
      expect(document.name).toBe('К0см0навт')
    },
  )

  it.each(NOTHING)('should leave the figures alone where the site has $nothing', ({ nothing }) => {
    const page = { ...readRecorded(), stats: nothing }
    const document = toDocument({ page: JSON.parse(JSON.stringify(page)) })

    expect(document).not.toHaveProperty('roles')
    expect(document).not.toHaveProperty('statistics')
    expect(document).not.toHaveProperty('total')
  })

  it('should read parts of the figures that are there', () => {
    const page = readRecorded()
    page.stats.win_rate = [] as never
    delete page.stats.games_stats
    const document = toDocument({ page })

    expect(document.total).toEqual({ games: 103 })
    expect(document.roles).toMatchObject({ citizen: { games: 63 } })
    expect(document).not.toHaveProperty('averagePoints')
  })

  it.each(NOTHING.filter(({ nothing }) => nothing !== undefined))(
    'should know that there are no games where there is $nothing',
    ({ nothing }) => {
      const page = readRecorded()
      Object.assign(page.history[0]!, { games: nothing, nominations: false })
      const [first] = toDocument({ page }).history!

      expect(first).toMatchObject({ games: [], nominations: {}, tournament: '2389' })
    },
  )

  it('should read lists that PHP wrote as objects', () => {
    const page = readRecorded()
    const [first] = page.history
    first!.games = { ...first!.games } as never
    const document = toDocument({ page: { ...page, history: { ...page.history } } })

    expect(document).toEqual(plain)
  })

  it('should keep nominations, which are an object where there are some', () => {
    const page = readRecorded()
    page.history[0]!.nominations = { best_don_id: 1, mvp: '2' }

    expect(toDocument({ page }).history![0]!.nominations).toEqual({ best_don_id: 1, mvp: '2' })
  })

  it('should keep a row of the history that leads nowhere, and all others', () => {
    const page = readRecorded()
    delete page.history[3]!.id
    const { history } = toDocument({ page })

    expect(history).toHaveLength(page.history.length)
    expect(history![3]!.tournament).toBeNull()
  })

  it('should hold no HTML, script or mark that turns the direction, wherever it stands', () => {
    const page = readRecorded()
    const dirty = (text: string) => `<script>alert(1)</script><b>${text}</b>\u202e\u0007`
    page.user.login = dirty('Nick')
    page.history[0]!.title = dirty('Cup')
    page.history[0]!.city_translate = dirty('City')
    page.history[0]!.nominations = { [dirty('best')]: dirty('1') }
    page.stats.other = { ...page.stats.other, words: [dirty('word')] }
    const document = toDocument({
      page,
      row: { id: '3170', city: dirty('Town'), title: dirty('Club') },
    })
    const text = JSON.stringify(document)

    expect(document).toMatchObject({
      name: 'Nick',
      city: 'Town',
      club: { stub: { name: 'Club' } },
      statistics: { other: { words: ['word'] } },
    })
    expect(document.history![0]).toMatchObject({
      city: 'City',
      nominations: { best: '1' },
      title: 'Cup',
    })
    expect(text).not.toMatch(/script|<b>|alert|\\u202e|\u202e|\\u0007/)
  })

  it('should tell nothing of a person unless it is asked for', () => {
    const text = JSON.stringify(toDocument({ page: readRecorded(), personalData: false }))

    expect(text).not.toMatch(/Фамилия|firstName|lastName|socialId|000000000"/)
  })

  it.each([
    ['the page of somebody else', (page: Page) => ((page.user.id = '7'), page)],
    ['a page without a player', ({ user: _, ...page }: Page) => page],
    ['a history that is none', (page: Page) => ({ ...page, history: 'soon' })],
  ])('should refuse %s', (_, change) => {
    expect(() => toDocument({ page: change(readRecorded()) })).toThrow(
      expect.objectContaining({ code: 'INVALID_ANSWER' }),
    )
  })
})
