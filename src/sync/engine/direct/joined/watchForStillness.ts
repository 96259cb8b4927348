type WatchForStillnessArgs = {
  /** Milliseconds. */
  ms: number
  toError: () => Error
}

export type Watch = {
  /** Told that something begins. */
  begin: () => void
  close: () => void
  /** Told that it has ended. */
  end: () => void
  /** Rejects when what has begun does not end for so long, or a little longer. */
  still: Promise<never>
}

/** Watches many things that are done one after the other, by one timer. */
export const watchForStillness = ({ ms, toError }: WatchForStillnessArgs): Watch => {
  let begun = 0
  let isBusy = false
  let seen = 0
  let timer: NodeJS.Timeout | undefined
  const still = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      if (isBusy && seen === begun) {
        reject(toError())
      }
      seen = begun
    }, ms)
  })
  // Nobody may be waiting for it.
  still.catch(() => undefined)
  return {
    begin: () => {
      begun += 1
      isBusy = true
    },
    close: () => clearInterval(timer),
    end: () => {
      isBusy = false
    },
    still,
  }
}
