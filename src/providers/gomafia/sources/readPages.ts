import type { z } from 'zod'

import type { PlayerPage, TournamentPage } from './rows.js'

import { InvalidAnswerError } from '../../../sdk/index.js'
import { playerPageSchema, tournamentPageSchema } from './rows.js'

type ReadArgs = {
  /** What was asked for, in the site's words: `/stats/3170`. */
  asked: string
  id: string
  value: Readonly<Record<string, unknown>>
}

type ParseArgs<TSchema extends z.ZodType> = {
  found: string
  schema: TSchema
} & ReadArgs

const parse = <TSchema extends z.ZodType>({
  asked,
  found,
  schema,
  value,
}: ParseArgs<TSchema>): z.output<TSchema> => {
  const { data, error } = schema.safeParse(value)
  if (error) {
    const [{ message, path } = { message: '', path: [] }] = error.issues
    throw new InvalidAnswerError(
      `gomafia.pro answered ${asked} with ${found} that cannot be read: ${path.join('.')} ${message}`,
    )
  }
  return data
}

/**
 * A player as a page or the API has one.
 *
 * @throws InvalidAnswerError when it is no player, or another one than was asked for
 */
export const readPlayerPage = (args: ReadArgs): PlayerPage => {
  const page = parse({ ...args, found: 'a player', schema: playerPageSchema })
  refuseOther({ ...args, answered: page.user.id })
  return page
}

/**
 * A tournament as a page or the API has one.
 *
 * @throws InvalidAnswerError when it is no tournament, or another one than was asked for
 */
export const readTournamentPage = (args: ReadArgs): TournamentPage => {
  const page = parse({ ...args, found: 'a tournament', schema: tournamentPageSchema })
  refuseOther({ ...args, answered: page.tournament.id })
  return page
}

type RefuseOtherArgs = { answered: string } & ReadArgs

/** A page in a cache, or a redirect, may be that of somebody else. */
const refuseOther = ({ id, answered, asked }: RefuseOtherArgs): void => {
  if (answered !== id) {
    throw new InvalidAnswerError(`gomafia.pro answered ${asked} with the page of ${answered}.`)
  }
}
