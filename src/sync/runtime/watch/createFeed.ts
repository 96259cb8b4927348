import { randomUUID } from 'node:crypto'

/** How many changes can be caught up on; whoever missed more is told everything. */
const MOST_KEPT = 60

/** One message of a feed, made once for all who are told it. */
export type FeedMessage = {
  /** By which whoever was told it can say so. */
  id: string
  /** The news as JSON. */
  json: string
}

type CatchUpArgs = {
  lastId: string | undefined
  /** Everything there is; `undefined` as long as nobody has looked. */
  toWhole: () => object | undefined
}

export type Feed = {
  /** What brings somebody up to date who was told `lastId`: what was missed, or everything. */
  catchUp: (args: CatchUpArgs) => FeedMessage[]
  /** Makes a message of a change, and keeps it for those who come back. */
  tell: (news: object) => FeedMessage
}

/** Messages in order. However many are told, each is put into words once. */
export const createFeed = (): Feed => {
  // Numbers would tell whoever is told some of it how much there is that they are not told.
  let latestId: string = randomUUID()
  let whole: FeedMessage | undefined
  const changes: FeedMessage[] = []
  const toMessage = (news: object): FeedMessage => ({
    id: latestId,
    json: JSON.stringify(news),
  })

  return {
    catchUp: ({ lastId, toWhole }) => {
      const missed = changes.findIndex(({ id }) => id === lastId)
      if (missed >= 0) {
        return changes.slice(missed + 1)
      }
      if (whole && whole.id === lastId) {
        return []
      }
      const everything = whole ? undefined : toWhole()
      whole ??= everything && toMessage(everything)
      return whole ? [whole] : []
    },
    tell: (news) => {
      latestId = randomUUID()
      whole = undefined
      const message = toMessage(news)
      changes.push(message)
      changes.splice(0, changes.length - MOST_KEPT)
      return message
    },
  }
}
