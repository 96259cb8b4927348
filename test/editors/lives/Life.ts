import fc from 'fast-check'

/** How the records of a resource are treated, each in a resource of its own. */
export const VARIANTS = [
  'keptFlagged',
  'recreatedDeleted',
  'keptTrashed',
  'keptUnpublished',
] as const

export type Variant = (typeof VARIANTS)[number]

/** What happens to one record between two syncs. Numbers choose among what there is, whatever it is. */
export type Act =
  | { decision: 'lock' | 'mine' | 'theirs'; does: 'decide' }
  | { does: 'absent' | 'close' | 'delete' | 'listed' | 'open' | 'restore' | 'vanish' }
  | { does: 'adopt' | 'clear' | 'lock' | 'silence' | 'unlock'; field: number }
  | { does: 'edit' | 'say'; field: number; value: number }
  | { does: 'sayNothing'; field: number }

/**
 * What happens to all records while a sync runs: a page fails, a connection to the database is cut
 * in the middle of a batch, or the provider says that it has nothing at all.
 */
export type Trouble = 'cut' | 'nothing' | 'outage' | 'page'

export type Round = { acts: Act[]; trouble: Trouble }

/** A record from its first word on: what happens to it before each sync. */
export type Life = { fields: number[]; rounds: Round[]; variant: Variant }

const field = fc.nat(1000)
const value = fc.nat(1000)

const act: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: fc.record({ does: fc.constantFrom('say', 'edit'), field, value }), weight: 12 },
  { arbitrary: fc.record({ does: fc.constant('sayNothing'), field }), weight: 1 },
  {
    arbitrary: fc.record({
      does: fc.constantFrom('adopt', 'clear', 'lock', 'unlock', 'silence'),
      field,
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({
      decision: fc.constantFrom('theirs', 'mine', 'lock'),
      does: fc.constant('decide'),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      does: fc.constantFrom('absent', 'listed', 'open', 'close', 'delete', 'restore', 'vanish'),
    }),
    weight: 6,
  },
)

const round = fc.record({
  acts: fc.array(act, { maxLength: 4 }),
  // A round is that of many lives, and has what any of them says.
  trouble: fc.oneof(
    { arbitrary: fc.constant('nothing' as const), weight: 80 },
    { arbitrary: fc.constantFrom('cut' as const, 'outage' as const, 'page' as const), weight: 1 },
  ),
})

export const lives: fc.Arbitrary<Life> = fc.record({
  fields: fc.array(fc.nat(1000), { maxLength: 4, minLength: 1 }),
  rounds: fc.array(round, { maxLength: 6, minLength: 1 }),
  variant: fc.constantFrom(...VARIANTS),
})
