import type { Field } from 'payload'

import type { JsonValue } from '../../../src/shared/json.js'

import { CONFLICT_POLICIES, type ConflictPolicy } from '../../../src/sdk/rules/RecordRules.js'

/** A kind of field, and what may be said of one. */
type Kind = {
  /** Whether it needs more than a column of its collection. @default false */
  isList?: true
  toField: (name: string) => Field
  /** What the values are compared by. @default the value itself */
  toKey?: (value: JsonValue) => JsonValue
  /** Few, so that both sides come to say the same now and then. Tags are meant by their externalId. */
  values: readonly JsonValue[]
}

/** A field that provider and editors speak of. */
export type LifeField = { kind: Kind; path: string; policy: ConflictPolicy }

const MORNING = Date.UTC(2026, 0, 1, 8)

const toMoment = (value: JsonValue): number => new Date(value as string).getTime()

const OPTIONS = ['a', 'b', 'c']

const KINDS: Readonly<Record<string, Kind>> = {
  checkbox: { toField: (name) => ({ name, type: 'checkbox' }), values: [true, false] },
  date: {
    toField: (name) => ({ name, type: 'date' }),
    toKey: toMoment,
    // The first two are one moment.
    values: ['2026-01-01T08:00:00.000Z', '2026-01-01T10:00:00+02:00', '2026-01-02T08:00:00.000Z'],
  },
  email: {
    toField: (name) => ({ name, type: 'email' }),
    values: ['a@example.com', 'b@example.com'],
  },
  group: {
    toField: (name) => ({ name, type: 'group', fields: [{ name: 'inner', type: 'text' }] }),
    values: ['a', 'b', 'c'],
  },
  json: {
    toField: (name) => ({ name, type: 'json' }),
    values: [{ a: 1, b: [2] }, { a: 1 }, [1, 2]],
  },
  number: { toField: (name) => ({ name, type: 'number' }), values: [0, 1, -2.5, MORNING] },
  numbers: {
    isList: true,
    toField: (name) => ({ name, type: 'number', hasMany: true }),
    values: [[1], [1, 2], []],
  },
  rows: {
    isList: true,
    toField: (name) => ({
      name,
      type: 'array',
      fields: [
        { name: 'text', type: 'text' },
        { name: 'count', type: 'number' },
      ],
    }),
    values: [
      [{ count: 1, text: 'a' }],
      [
        { count: 1, text: 'a' },
        { count: null, text: 'b' },
      ],
      [],
    ],
  },
  select: {
    toField: (name) => ({ name, type: 'select', options: OPTIONS }),
    values: ['a', 'b', 'c'],
  },
  selects: {
    isList: true,
    toField: (name) => ({ name, type: 'select', hasMany: true, options: OPTIONS }),
    values: [['a'], ['a', 'b'], ['b', 'a']],
  },
  tag: {
    toField: (name) => ({ name, type: 'relationship', relationTo: 'tags' }),
    values: ['1', '2', '3'],
  },
  tags: {
    isList: true,
    toField: (name) => ({ name, type: 'relationship', hasMany: true, relationTo: 'tags' }),
    values: [['1'], ['1', '2'], ['2', '1'], []],
  },
  text: { toField: (name) => ({ name, type: 'text' }), values: ['a', 'b', 'c', ''] },
  texts: {
    isList: true,
    toField: (name) => ({ name, type: 'text', hasMany: true }),
    values: [['a'], ['a', 'b']],
  },
}

const toName = (kind: string, policy: string): string =>
  `${kind}${policy[0]!.toUpperCase()}${policy.slice(1)}`

const NAMED = CONFLICT_POLICIES.flatMap((policy) =>
  Object.entries(KINDS).map(([name, kind]) => ({ name: toName(name, policy), kind, policy })),
)

/** Fields that are one. */
export const UNIT: readonly string[] = ['home', 'away', 'winner']

const UNIT_FIELDS = UNIT.map((name) => ({
  name,
  kind: KINDS[name === 'winner' ? 'text' : 'number']!,
  policy: 'editor' as const,
}))

/** Every kind of field under every policy, and those that are one. */
export const FIELDS: readonly LifeField[] = [...UNIT_FIELDS, ...NAMED].map(
  ({ name, kind, policy }) => ({
    kind,
    path: kind === KINDS.group ? `${name}.inner` : name,
    policy,
  }),
)

/** As a collection has them, with or without those that are lists. */
export const toPayloadFields = ({ isPlain = false }: { isPlain?: boolean }): Field[] =>
  [...UNIT_FIELDS, ...NAMED]
    .filter(({ kind }) => !isPlain || !kind.isList)
    .map(({ name, kind }) => kind.toField(name))

export const isTags = ({ kind }: LifeField): boolean => kind === KINDS.tag || kind === KINDS.tags

/** A form in which values that mean the same are equal texts. */
export const toKey = ({ kind }: LifeField, value: JsonValue): string => {
  const isNothing = value === null || (Array.isArray(value) && value.length === 0)
  return JSON.stringify(
    isNothing ? null : (kind.toKey?.(value) ?? value),
    (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
  )
}
