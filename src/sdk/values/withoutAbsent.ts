/** The keys of `T` that may be `undefined`, made optional and never `undefined`. */
type WithoutAbsent<T> = {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
} & { [K in keyof T as undefined extends T[K] ? never : K]: T[K] }

/**
 * A document without the keys the provider did not send. To the engine a key left out leaves the
 * field alone, while a `null` clears it.
 */
export const withoutAbsent = <T extends Record<string, unknown>>(document: T): WithoutAbsent<T> =>
  Object.fromEntries(
    Object.entries(document).filter(([, value]) => value !== undefined),
  ) as WithoutAbsent<T>
