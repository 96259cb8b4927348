import { z } from 'zod'

import { tournamentPageSchema } from '../sources/rows.js'

/** Why a tournament's page could not be read. */
const unreadSchema = z.looseObject({ problem: z.string() })

/** A tournament as one record; one that could not be read is invalid, for the reason it names. */
export const soundTournamentSchema = z
  .unknown()
  .superRefine((record, context) => {
    const { data } = unreadSchema.safeParse(record)
    if (data) {
      context.addIssue({ code: 'custom', message: data.problem, path: ['tournament'] })
    }
  })
  .pipe(tournamentPageSchema)
