import type { z } from 'zod'

import type { MafiaClubDocument } from '../../content/mafia/index.js'
import type { Resource } from '../../sdk/index.js'
import type { Context } from './Context.js'

import { defineResource, refuseEmpty, withoutAbsent } from '../../sdk/index.js'
import { toSchedules } from './schedules.js'
import { clubRowSchema } from './sources/rows.js'
import { toNumber } from './values/toNumber.js'
import { toText } from './values/toText.js'

/** The rating of clubs of this year, ten on a page. */
export const createClubs = ({ settings, sources }: Context): Resource =>
  defineResource({
    collection: 'mafiaClubs',
    externalId: ({ id }) => id,
    fetchPage: async ({ cursor, http, now, signal }) => {
      const page = typeof cursor === 'number' ? cursor : 1
      const { listPages, year = now.getUTCFullYear() } = settings
      const { answer, via } = await sources.ask(
        { http, now, signal, what: 'the rating of clubs' },
        (source, asked) => source.readList({ ...asked, list: 'clubs', page, year }),
      )
      const { rows, total } = answer
      if (rows.length === 0 && page === 1) {
        refuseEmpty({
          advice: 'There are hundreds of clubs, so the site may have been built anew.',
          list: `rating of clubs of ${year}`,
          provider: 'gomafia.pro',
        })
      }
      const isLast = rows.length === 0 || (listPages !== undefined && page >= listPages)
      return { records: rows, via, ...(isLast ? {} : { next: page + 1 }), total }
    },
    map: toClub,
    schedules: toSchedules({ cron: settings.schedule, hasIncremental: false }),
    schema: clubRowSchema,
    scopes: { full: () => [{ key: 'rating', label: 'The rating of clubs', params: {} }] },
  })

export const toClub = ({
  id,
  city,
  club_score,
  country,
  elo_average,
  rank,
  title,
}: z.output<typeof clubRowSchema>): MafiaClubDocument =>
  withoutAbsent({
    name: toText(title) ?? id,
    city: toText(city),
    country: toText(country),
    elo: toNumber(elo_average),
    rank: toNumber(rank),
    score: toNumber(club_score),
  })
