/**
 * What went wrong, in the words of whoever knows best: the deepest cause. The layers above it
 * repeat whole statements with their values.
 */
export const describeError = (error: unknown): string => {
  let deepest = error
  while (deepest instanceof Error && deepest.cause instanceof Error) {
    deepest = deepest.cause
  }
  return deepest instanceof Error ? deepest.message : String(deepest)
}
