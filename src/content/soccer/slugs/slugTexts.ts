import type { SoccerArgs } from '../SoccerArgs.js'
import type { FindName } from './buildSlug.js'

type ToTextArgs = { document: Record<string, unknown>; findName: FindName }

/** The name alone: of a team or a player. */
export const toNameText = ({ document }: ToTextArgs): string => toText(document.name)

/** Country and name: every country has a "Premier League". */
export const toLeagueText =
  ({ slugs }: Pick<SoccerArgs, 'slugs'>) =>
  async ({ document, findName }: ToTextArgs): Promise<string> => {
    const country = await findName({ collection: slugs.countries, value: document.country })
    return [country, toText(document.name)].filter(Boolean).join(' ')
  }

/** The title and the day of the kick-off in UTC: the same teams meet again. */
export const toMatchText = ({ document: { startsAt, title } }: ToTextArgs): string => {
  const moment = typeof startsAt === 'string' || startsAt instanceof Date ? startsAt : NaN
  const date = new Date(moment)
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  return [toText(title), day].filter(Boolean).join(' ')
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : '')
