import { describe, expect, it } from 'vitest'

import { createGomafiaSite } from '../../../../dev/emulator/providers/gomafia/GomafiaSite.js'
import { tournamentData } from '../../../../dev/emulator/providers/gomafia/rows/tournamentData.js'
import { readTournamentPage } from '../sources/readPages.js'
import { toTournament } from './toTournament.js'
import { soundTournamentSchema } from './tournamentSchema.js'

const { world } = createGomafiaSite({ players: 20, tournaments: 1 })
const ID = world.tournaments[0]!.id

type Page = {
  games: { game: { table: Record<string, unknown>[] }[]; gameNum: unknown }[]
  tournament: Record<string, unknown>
} & Record<string, unknown>

const createPage = (): Page => JSON.parse(JSON.stringify(tournamentData({ id: ID, world }))) as Page

const toDocument = (page: unknown) =>
  toTournament(
    soundTournamentSchema.parse(
      readTournamentPage({
        id: String(ID),
        asked: `/tournament/${ID}`,
        value: page as Record<string, unknown>,
      }),
    ),
  )

describe('a tournament, as the site may have it', () => {
  it('should read lists that PHP wrote as objects', () => {
    const page = createPage()
    const [round] = page.games
    round!.game = { ...round!.game } as never
    const document = toDocument({
      ...page,
      games: { ...page.games },
      tournament_result_without_final: { ...(page.tournament_result_without_final as object) },
    })

    expect(document).toEqual(toDocument(createPage()))
    expect(document.rounds).not.toEqual([])
  })

  it.each([{ nothing: [] }, { nothing: false }, { nothing: '' }])(
    'should have no games and results yet where there is $nothing',
    ({ nothing }) => {
      const document = toDocument({
        ...createPage(),
        games: nothing,
        nominations: nothing,
        tournament_result_with_final: nothing,
        tournament_result_without_final: nothing,
      })

      expect(document).toMatchObject({ results: [], rounds: [] })
      expect(document).not.toHaveProperty('nominations')
    },
  )

  it('should take the results with the final once there are some', () => {
    const { tournament_result_without_final: rows, ...page } = createPage()
    const final = (rows as Record<string, unknown>[]).slice(0, 2).toReversed()

    expect(
      toDocument({
        ...page,
        tournament_result_with_final: final,
        tournament_result_without_final: rows,
      }).results,
    ).toHaveLength(2)
  })

  it('should be known by its state, and by whether it keeps results back', () => {
    const page = createPage()
    Object.assign(page.tournament, { is_fsm_rating: false, is_hidden_result: '1', status: 'odd' })

    expect(toDocument(page)).toMatchObject({
      isHidden: true,
      isRated: false,
      providerStatus: 'odd',
      state: 'unknown',
    })
  })

  it('should hold no HTML, also in what it keeps as the site has it', () => {
    const page = createPage()
    page.games[0]!.game[0]!.table[0]!.login = '<img src=x onerror=alert(1)>Nick'
    const [row] = page.tournament_result_without_final as Record<string, unknown>[]
    row!.notes = { inside: ['<script>alert(1)</script>word'] }
    const document = toDocument(page)

    expect(JSON.stringify(document)).not.toMatch(/alert|<img|script/)
    expect(document.results![0]!.figures).toMatchObject({ notes: { inside: ['word'] } })
  })

  it('should say why one could not be read', () => {
    const { error } = soundTournamentSchema.safeParse({ problem: 'Why.', tournament: { id: '7' } })

    expect(error?.issues).toMatchObject([{ message: 'Why.', path: ['tournament'] }])
  })
})
