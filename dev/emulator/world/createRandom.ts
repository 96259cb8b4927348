export type Random = {
  /** True with the given probability (0 to 1). */
  chance: (probability: number) => boolean
  /** Whole number, both ends included. */
  int: (args: { max: number; min: number }) => number
  /** In [0, 1). */
  next: () => number
  pick: <T>(list: readonly T[]) => T
  /** A shuffled copy. */
  shuffle: <T>(list: readonly T[]) => T[]
}

/**
 * Numbers that look random and are the same for the same seed on every machine, so what the world
 * makes up does not change between two starts. Not for secrets.
 */
export const createRandom = (seed: number): Random => {
  // Ids can be larger than 32 bits: fold the upper part in instead of losing it.
  let state = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0

  // A Weyl sequence with an avalanche step: short, and good enough to tell neighbours apart.
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const int: Random['int'] = ({ max, min }) => min + Math.floor(next() * (max - min + 1))

  return {
    chance: (probability) => next() < probability,
    int,
    next,
    pick: (list) => {
      const picked = list[int({ max: list.length - 1, min: 0 })]
      if (picked === undefined) {
        throw new Error('Cannot pick from an empty list.')
      }
      return picked
    },
    shuffle: <T>(list: readonly T[]): T[] =>
      list
        .map((item) => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  }
}
