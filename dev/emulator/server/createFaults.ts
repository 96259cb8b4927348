export type Faults = {
  /** Switches a rule on and returns it with its id. An id that is taken is replaced. */
  add: (rule: FaultRule) => ActiveFault
  clear: () => void
  list: () => ActiveFault[]
  remove: (id: string) => boolean
  /** The rules that hit this request, and counts them. `delay` goes together with one other. */
  take: (request: { page: number; target: string }) => ActiveFault[]
}

export const FAULT_KINDS = [
  'cut',
  'delay',
  'duplicate',
  'empty',
  'hang',
  'html',
  'malformed',
  'no-data',
  'rateLimit',
  'status',
  'truncated',
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

/** The three bodies in which a provider has been seen or documented to say 429. */
export const RATE_LIMIT_SHAPES = ['code', 'docs', 'link'] as const

export type RateLimitShape = (typeof RATE_LIMIT_SHAPES)[number]

export type FaultRule = {
  /** Let so many matching requests pass first. @default 0 */
  after?: number
  /** Answer for `status` and `html`: text is sent as it is, anything else as JSON. */
  body?: unknown
  /** For `delay`, real milliseconds. @default 1000 */
  delayMs?: number
  /** @default a number, counted up */
  id?: string
  kind: FaultKind
  /** Only this page of a list, from 1. */
  page?: number
  /** Part of path and query, or a pattern between slashes: `/fixtures\/between/`. @default all */
  path?: string
  /** `Retry-After` header, seconds or an HTTP date, for `status`, `html` and `rateLimit`. */
  retryAfter?: number | string
  /** For `rateLimit`. @default 'docs' */
  shape?: RateLimitShape
  /** For `status` (@default 500) and `html` (@default 502). */
  status?: number
  /** Ends after so many hits. @default never */
  times?: number
}

export type ActiveFault = {
  /** Requests that the rule changed. */
  hits: number
  id: string
  /** Requests that fitted, with those it let pass. */
  seen: number
} & Omit<FaultRule, 'id'>

/** What goes wrong, by request. The oldest rule that fits and is not used up wins. */
export const createFaults = (): Faults => {
  let faults: { fits: (target: string) => boolean; rule: ActiveFault }[] = []
  let nextId = 1

  return {
    add: (given) => {
      // Compiled first: a pattern that does not compile must not leave half a rule behind.
      const fits = toMatcher(given.path)
      const rule: ActiveFault = { ...given, id: given.id ?? String(nextId++), hits: 0, seen: 0 }
      faults = [...faults.filter(({ rule: { id } }) => id !== rule.id), { fits, rule }]
      return rule
    },
    clear: () => {
      faults = []
    },
    list: () => faults.map(({ rule }) => ({ ...rule })),
    remove: (id) => {
      const before = faults.length
      faults = faults.filter(({ rule }) => rule.id !== id)
      return faults.length < before
    },
    take: ({ page, target }) => {
      const taken: ActiveFault[] = []
      for (const { fits, rule } of faults) {
        const isOther = rule.kind !== 'delay'
        const isUsedUp = rule.times !== undefined && rule.hits >= rule.times
        const isTaken = isOther && taken.some(({ kind }) => kind !== 'delay')
        if (isTaken || isUsedUp || !fits(target) || (rule.page ?? page) !== page) {
          continue
        }
        rule.seen += 1
        if (rule.seen > (rule.after ?? 0)) {
          rule.hits += 1
          taken.push(rule)
        }
      }
      return taken
    },
  }
}

const toMatcher = (path: string | undefined): ((target: string) => boolean) => {
  if (path === undefined) {
    return () => true
  }
  const pattern = /^\/(.+)\/$/.exec(path)?.[1]
  // "/v3/football/" looks like a pattern, too: as one it also finds what it says.
  const expression = pattern === undefined ? null : new RegExp(pattern)
  return (target) => target.includes(path) || (expression?.test(target) ?? false)
}
