import { z } from 'zod'

import { textSchema } from '../../../sdk/index.js'
import { leagueSchema } from '../leagues.js'
import { seasonSchema } from '../seasons.js'
import { teamSchema, venueSchema } from '../teams.js'

/**
 * What comes with every match. All are documented for fixtures and livescores. Referees are left
 * out: their include holds ids without names. So is `state`: its id says the same.
 */
export const MATCH_INCLUDES = 'events;league;participants;periods;round;scores;season;stage;venue'

const sideSchema = z.enum(['away', 'home'])

/** A team as it takes part in a match. Which side it is on only `meta.location` tells. */
const participantSchema = teamSchema.extend({
  name: textSchema.nullish(),
  meta: z.looseObject({
    location: sideSchema,
    winner: z.boolean().nullish(),
  }),
})

/** Scores come as flat rows in no order. */
const scoreSchema = z.looseObject({
  description: z.string(),
  participant_id: z.int().nullish(),
  score: z.looseObject({ goals: z.int().min(0), participant: sideSchema }),
})

const eventSchema = z.looseObject({
  id: z.int(),
  addition: textSchema.nullish(),
  extra_minute: z.int().nullish(),
  info: textSchema.nullish(),
  minute: z.int().nullish(),
  participant_id: z.int().nullish(),
  player_name: textSchema.nullish(),
  related_player_name: textSchema.nullish(),
  rescinded: z.boolean().nullish(),
  sort_order: z.int().nullish(),
  sub_type_id: z.int().nullish(),
  type_id: z.int(),
})

const periodSchema = z.looseObject({
  minutes: z.int().nullish(),
  ticking: z.boolean().nullish(),
})

const namedSchema = z.looseObject({ name: textSchema.nullish() })

/**
 * A fixture with the includes this provider asks for. Whatever is not needed to tell which match
 * it is and how it stands may be missing.
 */
export const fixtureSchema = z
  .looseObject({
    id: z.int(),
    name: textSchema.nullish(),
    events: z.array(eventSchema).nullish(),
    /** Whether it is said to go on although it cannot, added by this provider. */
    isLeftOpen: z.boolean().optional(),
    league: leagueSchema.nullish(),
    league_id: z.int().nullish(),
    participants: z.array(participantSchema).optional(),
    periods: z.array(periodSchema).nullish(),
    round: namedSchema.nullish(),
    scores: z.array(scoreSchema).optional(),
    season: seasonSchema.nullish(),
    season_id: z.int().nullish(),
    stage: namedSchema.nullish(),
    starting_at: z.string().nullish(),
    starting_at_timestamp: z.int().nullish(),
    state_id: z.int(),
    venue: venueSchema.nullish(),
  })
  .superRefine(({ participants = [], scores = [] }, context) => {
    const locations = new Map(participants.map(({ id, meta }) => [id, meta.location]))
    for (const side of sideSchema.options) {
      if (participants.filter(({ meta }) => meta.location === side).length > 1) {
        context.addIssue({
          code: 'custom',
          message: `Two teams are the ${side} side.`,
          path: ['participants'],
        })
      }
    }
    // Both say whose goals they are. Where they disagree, one of them is wrong, and so is the score.
    for (const [index, { participant_id, score }] of scores.entries()) {
      const location = locations.get(participant_id ?? Number.NaN)
      if (location && location !== score.participant) {
        context.addIssue({
          code: 'custom',
          message: `The goals of the ${location} team are noted for the ${score.participant} side.`,
          path: ['scores', index],
        })
      }
    }
  })

export type SportmonksFixture = z.output<typeof fixtureSchema>

export type SportmonksParticipant = z.output<typeof participantSchema>
