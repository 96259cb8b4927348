import { z } from 'zod'

import type { SeasonDocument } from '../../content/soccer/index.js'
import type { ResourceContext } from '../../sdk/index.js'

import { composeId, referencedId } from '../../sdk/index.js'

/** Just enough to tell which season a row is. */
const rowSchema = z.looseObject({
  end: z.iso.date().nullish(),
  leagueId: z.int().positive(),
  start: z.iso.date(),
  year: z.int(),
})

type SeasonRow = z.output<typeof rowSchema>

/** What a season is known by when it is stored for the first time. */
export const composeSeasonId = ({
  leagueId,
  start,
  year,
}: Pick<SeasonRow, 'leagueId' | 'start' | 'year'>): string =>
  composeId({ parts: [leagueId, year, start] })

type TieSeasonsArgs = { rows: readonly unknown[] } & Pick<ResourceContext, 'stored'>

/**
 * Rows of seasons with the ids they are stored under. A season has no id of its own and is known by
 * its league, its year and the first day it had when it was stored first; the provider moves that
 * day. Two seasons of one league and year never overlap (5 of 5, seen in recordings), so one that
 * overlaps a stored one that is not listed itself is that one.
 *
 * Where a database holds a season under both its days, the second row makes it the same season that
 * is not current, and matches go to the one that is listed.
 */
export const tieSeasons = async ({ rows, stored }: TieSeasonsArgs): Promise<unknown[]> => {
  const read = rows.map((row) => ({ row, season: rowSchema.safeParse(row).data }))
  const years = [...new Set(read.flatMap(({ season }) => (season ? [season.year] : [])))]
  const known = years.length > 0 ? await findKnown({ stored, years }) : new Map<string, Known[]>()
  const listed = groupBy(read.flatMap(({ season }) => season ?? []))
  const ids = new Map<SeasonRow, string>()
  const former = new Map<SeasonRow, string[]>()
  for (const [key, seasons] of listed) {
    tie({ former, ids, known: known.get(key) ?? [], seasons })
  }
  return read.flatMap(({ row, season }) => {
    if (!season) {
      return [row]
    }
    const given = row as object
    return [
      { ...given, seasonId: ids.get(season) },
      ...(former.get(season) ?? []).map((seasonId) => ({ ...given, current: false, seasonId })),
    ]
  })
}

/** A stored season by its days, `YYYY-MM-DD`. */
type Known = { end: string; id: string; start: string }

type FindKnownArgs = { years: readonly number[] } & Pick<ResourceContext, 'stored'>

/** The stored seasons of these years by league and year. */
const findKnown = async ({ stored, years }: FindKnownArgs): Promise<Map<string, Known[]>> => {
  const found = await stored.find<SeasonDocument>({ resource: 'seasons', where: { year: years } })
  const known = new Map<string, Known[]>()
  for (const { document, externalId } of found) {
    const leagueId = referencedId(document.league)
    const start = document.startDate?.slice(0, 10)
    if (leagueId !== undefined && start !== undefined) {
      const key = `${leagueId}:${document.year}`
      const season = { id: externalId, end: document.endDate?.slice(0, 10) ?? LAST_DAY, start }
      known.set(key, [...(known.get(key) ?? []), season])
    }
  }
  return known
}

/** What has no last day goes on. */
const LAST_DAY = '9999-12-31'

const groupBy = (seasons: readonly SeasonRow[]): Map<string, SeasonRow[]> => {
  const groups = new Map<string, SeasonRow[]>()
  for (const season of seasons) {
    const key = `${season.leagueId}:${season.year}`
    groups.set(key, [...(groups.get(key) ?? []), season])
  }
  return groups
}

type TieArgs = {
  former: Map<SeasonRow, string[]>
  ids: Map<SeasonRow, string>
  known: readonly Known[]
  seasons: readonly SeasonRow[]
}

/** Ties the listed seasons of one league and year to the stored ones. */
const tie = ({ former, ids, known, seasons }: TieArgs): void => {
  const left = new Map(known.map((season) => [season.id, season]))
  for (const season of seasons) {
    const id = composeSeasonId(season)
    ids.set(season, id)
    left.delete(id)
  }
  const stored = new Set(known.map(({ id }) => id))
  const isNew = (season: SeasonRow): boolean => !stored.has(ids.get(season) ?? '')
  const pairs = seasons
    .filter(isNew)
    .flatMap((season) => [...left.values()].map((other) => ({ other, season })))
    .toSorted((a, b) => distanceOf(a) - distanceOf(b))
  for (const { other, season } of pairs) {
    if (isNew(season) && left.has(other.id)) {
      ids.set(season, other.id)
      left.delete(other.id)
    }
  }
  for (const other of left.values()) {
    const season = seasons.find((listed) => overlaps({ other, season: listed }))
    if (season) {
      former.set(season, [...(former.get(season) ?? []), other.id])
    }
  }
}

type PairArgs = { other: Known; season: SeasonRow }

const overlaps = ({ other, season: { end, start } }: PairArgs): boolean =>
  start <= other.end && other.start <= (end ?? LAST_DAY)

/** In milliseconds; what overlaps is nearer than anything else. */
const distanceOf = ({ other, season }: PairArgs): number =>
  Math.abs(Date.parse(season.start) - Date.parse(other.start)) +
  (overlaps({ other, season }) ? 0 : Number.MAX_SAFE_INTEGER / 2)
