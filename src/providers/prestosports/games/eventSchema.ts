import { z } from 'zod'

import { GAME_FLAGS, GAME_RANKS } from '../../../content/college/index.js'
import { idSchema } from '../../../sdk/index.js'
import { flagValue, numberValue, textValue } from '../values/values.js'
import { teamSchema } from './teamSchema.js'

const listed = <TName extends string, TSchema extends z.ZodType>(
  names: readonly TName[],
  schema: TSchema,
) => Object.fromEntries(names.map((name) => [name, schema])) as Record<TName, TSchema>

/**
 * A game. Everything but its id may be missing: games are listed long before anybody knows who
 * plays, where and when.
 */
export const eventSchema = z.looseObject({
  address: textValue,
  city: textValue,
  eventId: idSchema,
  eventType: z.looseObject(listed(GAME_FLAGS, flagValue)).nullish(),
  eventTypeCode: textValue,
  eventTypeDescription: textValue,
  lastUpdatedDateTime: textValue,
  links: z.json().nullish().catch(undefined),
  notes: textValue,
  ranks: z.looseObject(listed(GAME_RANKS, numberValue)).nullish(),
  score: z.looseObject({ away: numberValue, home: numberValue }).nullish(),
  seasonId: textValue,
  sportId: textValue,
  startDateTime: textValue,
  stateCountry: textValue,
  status: textValue,
  statusCode: numberValue,
  tba: flagValue,
  teams: z
    .looseObject({ awayTeam: teamSchema.nullish(), homeTeam: teamSchema.nullish() })
    .nullish(),
  timeZone: textValue,
  venue: textValue,
  zipCode: textValue,
})

export type PrestosportsEvent = z.output<typeof eventSchema>
