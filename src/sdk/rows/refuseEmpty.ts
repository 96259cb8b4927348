import { EmptyAnswerError } from '../../shared/errors/index.js'

type RefuseEmptyArgs = {
  /** What may be the cause, and what to look at: whole sentences. */
  advice: string
  /** What was empty: `list of countries`. */
  list: string
  /** The provider's label. */
  provider: string
}

/**
 * Refuses a list that is empty and cannot be: no access and a wrong question look like that.
 *
 * @throws EmptyAnswerError always
 */
export const refuseEmpty = ({ advice, list, provider }: RefuseEmptyArgs): never => {
  throw new EmptyAnswerError(
    `${provider} answered with an empty ${list}. ${advice} Nothing that is stored was changed.`,
  )
}
