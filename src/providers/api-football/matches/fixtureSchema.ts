import { z } from 'zod'

import { textSchema } from '../../../sdk/index.js'

const goalsSchema = z.looseObject({
  away: z.int().min(0).nullish(),
  home: z.int().min(0).nullish(),
})

/** A team as it takes part. One nobody knows yet may lack id and name. */
const sideSchema = z.looseObject({
  id: z.int().nullish(),
  name: textSchema.nullish(),
  logo: textSchema.nullish(),
  winner: z.boolean().nullish(),
})

const namedSchema = z.looseObject({ name: textSchema.nullish() })

const eventSchema = z.looseObject({
  type: z.string().nullish(),
  assist: namedSchema.nullish(),
  comments: textSchema.nullish(),
  detail: textSchema.nullish(),
  player: namedSchema.nullish(),
  team: z.looseObject({ id: z.int().nullish() }).nullish(),
  time: z.looseObject({ elapsed: z.int().nullish(), extra: z.int().nullish() }).nullish(),
})

/**
 * A fixture. Whatever is not needed to tell which match it is may be missing: fields come and go
 * over the years, and `events` are only there with live matches and where ids were asked for.
 */
export const fixtureSchema = z.looseObject({
  events: z.array(eventSchema).nullish(),
  fixture: z.looseObject({
    id: z.int().positive(),
    periods: z.looseObject({ second: z.int().nullish() }).nullish(),
    referee: textSchema.nullish(),
    status: z.looseObject({ elapsed: z.int().nullish(), short: z.string().nullish() }),
    /**
     * Seconds. Beside it `date` is written in the time zone that was asked for, or in a cached one.
     */
    timestamp: z.int().nullish(),
    venue: z.looseObject({ name: textSchema.nullish(), city: textSchema.nullish() }).nullish(),
  }),
  goals: goalsSchema.nullish(),
  /** Whether it is said to go on although it cannot, added by this provider. */
  isLeftOpen: z.boolean().optional(),
  league: z.looseObject({
    id: z.int().positive(),
    name: textSchema.nullish(),
    logo: textSchema.nullish(),
    round: textSchema.nullish(),
    season: z.int(),
  }),
  score: z
    .looseObject({
      extratime: goalsSchema.nullish(),
      fulltime: goalsSchema.nullish(),
      halftime: goalsSchema.nullish(),
      penalty: goalsSchema.nullish(),
    })
    .nullish(),
  /** Which season it is of, added by this provider: the year alone is not unique. */
  seasonId: z.string().optional(),
  teams: z.looseObject({ away: sideSchema, home: sideSchema }),
})

export type ApiFootballFixture = z.output<typeof fixtureSchema>
