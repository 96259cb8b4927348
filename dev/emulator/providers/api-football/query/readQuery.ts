/** The parameters of a request, after `checkParameters` let them pass. */
export type Query = {
  has: (name: string) => boolean
  number: (name: string) => number | undefined
  /** Numbers joined by `-`. */
  numbers: (name: string) => number[] | undefined
  text: (name: string) => string | undefined
}

export const readQuery = (parameters: URLSearchParams): Query => {
  const text = (name: string): string | undefined => parameters.get(name) ?? undefined

  return {
    has: (name) => parameters.has(name),
    number: (name) => {
      const value = text(name)
      return value === undefined ? undefined : Number(value)
    },
    numbers: (name) => text(name)?.split('-').map(Number),
    text,
  }
}
