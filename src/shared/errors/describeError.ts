/** How Drizzle begins the message of an error that repeats a statement with its values. */
const STATEMENT = /^Failed query:/

/**
 * What went wrong, in the words of whoever knows best: the deepest cause. The layers above it
 * repeat whole statements with their values, which are for no one to read.
 */
export const describeError = (error: unknown): string => {
  let deepest = error
  while (deepest instanceof Error && deepest.cause instanceof Error) {
    deepest = deepest.cause
  }
  const message = deepest instanceof Error ? deepest.message : String(deepest)
  return STATEMENT.test(message) ? 'a database statement failed' : message
}

/** Where an error was thrown, without the statements that its message may repeat. */
export const describeStack = (error: unknown): string => {
  if (!(error instanceof Error) || error.stack === undefined) {
    return describeError(error)
  }
  const { message, stack } = error
  return message === '' ? stack : stack.replace(message, () => describeError(error))
}
