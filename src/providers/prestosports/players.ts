import { z } from 'zod'

import type { CollegePlayerDocument } from '../../content/college/index.js'
import type { FetchPageArgs, Scope } from '../../sdk/index.js'
import type { PrestosportsSource } from './account/settings.js'

import { defineResource, mapGiven, reference, toDay, withoutAbsent } from '../../sdk/index.js'
import { findTeams } from './account/findTeams.js'
import { fetchWhole } from './http/fetchWhole.js'
import { firstSaid, flagValue, numberValue, textValue, toIsoDay } from './values/values.js'

const rowSchema = z
  .looseObject({
    id: textValue,
    name: textValue,
    active: flagValue,
    attributes: z
      .looseObject({
        bats_throws: textValue,
        hometown: textValue,
        number: textValue,
        year: textValue,
      })
      .nullish(),
    bats: textValue,
    careerId: textValue,
    data: z
      .looseObject({
        bats: textValue,
        born: textValue,
        height: textValue,
        hometown: textValue,
        throws: textValue,
        weight: numberValue,
      })
      .nullish(),
    dob: textValue,
    firstName: textValue,
    headshot: textValue,
    height: textValue,
    hometown: textValue,
    lastName: textValue,
    playerId: textValue,
    playerStatus: textValue,
    position: textValue,
    throws: textValue,
    uniform: textValue,
    weight: numberValue,
    year: textValue,
  })
  .refine(({ id, playerId }) => Boolean(playerId ?? id), {
    error: 'The player has no id.',
    path: ['playerId'],
  })
  .refine(({ name, firstName, lastName }) => Boolean(firstName ?? lastName ?? name), {
    error: 'The player has no name.',
    path: ['lastName'],
  })

type Row = z.output<typeof rowSchema>

type TeamParams = { teamId: string }

/**
 * The roster of each team. The same person has another id in another team or season, and is another
 * document there; `careerId` ties them where PrestoSports knows it.
 */
export const players = defineResource<CollegePlayerDocument, PrestosportsSource>()({
  collection: 'collegePlayers',
  externalId: ({ id, playerId }) => playerId ?? id ?? '',
  fetchPage: async ({
    http,
    scope: { teamId },
    signal,
  }: FetchPageArgs<TeamParams, PrestosportsSource>) => {
    const rows = await fetchWhole({
      asked: `players of team ${teamId}`,
      http,
      path: `/teams/${teamId}/players`,
      signal,
    })
    return { records: rows.filter(hasId) }
  },
  map: (row, { scope }: { scope: TeamParams }) => toPlayer({ row, teamId: scope.teamId }),
  references: ['teams'],
  schedules: [{ cron: '0 */4 * * *', mode: 'full' }],
  schema: rowSchema,
  scopes: {
    full: async (context): Promise<Scope<TeamParams>[]> =>
      (await findTeams(context)).map(({ name, teamId }) => ({
        key: `team:${teamId}`,
        label: `Roster of ${name}`,
        params: { teamId },
        provesAbsence: true,
      })),
  },
})

const idsSchema = z.looseObject({ id: textValue, playerId: textValue })

/** Rosters hold rows that are no players: they have no id. */
const hasId = (row: unknown): boolean => {
  const { data } = idsSchema.safeParse(row)
  return data === undefined || Boolean(data.playerId ?? data.id)
}

type ToPlayerArgs = { row: Row; teamId: string }

/** One player of a roster. */
export const toPlayer = ({ row, teamId }: ToPlayerArgs): CollegePlayerDocument => {
  const { name, attributes, data, firstName, lastName } = row
  const [bats, throws] = attributes?.bats_throws?.split('/').map((side) => side.trim()) ?? []
  const height = firstSaid(row.height, data?.height)
  return withoutAbsent({
    // The schema has made sure of one of them.
    name: [firstName, lastName].filter(Boolean).join(' ') || (name ?? ''),
    bats: firstSaid(row.bats, data?.bats, bats || undefined),
    careerId: row.careerId,
    classYear: firstSaid(row.year, attributes?.year),
    dateOfBirth: mapGiven({
      map: (day) => toDay(toIsoDay(day)),
      value: firstSaid(row.dob, data?.born),
    }),
    firstName,
    height,
    heightInches: mapGiven({ map: toInches, value: height }),
    hometown: firstSaid(row.hometown, attributes?.hometown, data?.hometown),
    isActive: row.active,
    lastName,
    photo: row.headshot,
    position: row.position,
    status: row.playerStatus,
    team: reference({ externalId: teamId, resource: 'teams' }),
    throws: firstSaid(row.throws, data?.throws, throws || undefined),
    uniform: firstSaid(row.uniform, attributes?.number),
    weight: firstSaid(row.weight, data?.weight),
  })
}

/** Feet and inches, however they are written: `6-2`, `6'2"`, `6 2`. */
const FEET_AND_INCHES = /^(\d)[ '-]+(\d{1,2})["']*$/

const toInches = (height: string): null | number => {
  const [, feet, inches] = FEET_AND_INCHES.exec(height) ?? []
  return feet === undefined ? null : Number(feet) * 12 + Number(inches)
}
