import type { JsonObject } from '../../../src/shared/json.js'
import type { TestProvider, TestRecord } from '../../project/createTestProvider.js'
import type { Field } from './FIELDS.js'

import { FIELDS, OWN_PATH } from './FIELDS.js'

type Value = number | string

/** What a person saved last in a field, and was told that it is saved. */
type Saved = {
  /** Whether it is the provider's own word, so that the field is the provider's again. */
  isSaid: boolean
  /** How often the provider had spoken of the field by then. */
  saidCount: number
  value: unknown
}

type NoteSavedArgs = { externalId: string; isSaid?: boolean; path: string; value: unknown }

/** What provider and people said of each field of the documents of one seed. */
export type World = {
  /** Everything that was said of a document by people is gone with it. */
  forget: (externalId: string) => void
  readonly ids: readonly string[]
  /** A value that nobody has given before. */
  inventEdited: (field: Field) => Value
  noteSaved: (args: NoteSavedArgs) => void
  /** What the provider says now, as a document holds it. */
  readSaid: (externalId: string, field: Field) => Value
  /** How often the provider has spoken of a field. */
  readSaidCount: (externalId: string, field: Field) => number
  readSaved: (externalId: string, path: string) => Saved | undefined
  /** The provider changes its mind about these fields. */
  say: (externalId: string, fields: readonly Field[]) => void
}

type CreateWorldArgs = { documents: number; provider: TestProvider; seed: number }

/** The provider's records of a seed, and the book that is kept of them. */
export const createWorld = ({ documents, provider, seed }: CreateWorldArgs): World => {
  const ids = Array.from(
    { length: documents },
    (_, index) => `${seed}-${String(index).padStart(2, '0')}`,
  )
  const said = new Map<string, number>()
  const saved = new Map<string, Saved>()
  let edits = 0
  const toKey = (externalId: string, path: string): string => `${externalId}/${path}`
  const readSaidCount: World['readSaidCount'] = (externalId, { path }) =>
    said.get(toKey(externalId, path)) ?? 0

  const world: World = {
    forget: (externalId) => {
      for (const path of [OWN_PATH, ...FIELDS.map((field) => field.path)]) {
        saved.delete(toKey(externalId, path))
      }
    },
    ids,
    inventEdited: (field) => field.toEdited((edits += 1)),
    noteSaved: ({ externalId, isSaid = false, path, value }) => {
      const field = FIELDS.find((candidate) => candidate.path === path)
      const saidCount = field ? readSaidCount(externalId, field) : 0
      saved.set(toKey(externalId, path), { isSaid, saidCount, value })
    },
    readSaid: (externalId, field) => field.toSaid(readSaidCount(externalId, field)),
    readSaidCount,
    readSaved: (externalId, path) => saved.get(toKey(externalId, path)),
    say: (externalId, fields) => {
      fields.forEach((field) =>
        said.set(toKey(externalId, field.path), readSaidCount(externalId, field) + 1),
      )
      provider.answerWith(externalId, toRecord(fields, externalId))
    },
  }
  const toRecord = (fields: readonly Field[], externalId: string): JsonObject =>
    Object.fromEntries(fields.map((field) => [field.key, world.readSaid(externalId, field)]))

  ids.forEach((id) => provider.answerWith(id, toRecord(FIELDS, id)))
  return world
}

/** Whose scope a record is in: that of its seed. */
export const toSeedScope = ({ id }: TestRecord): string => id.split('-')[0]!
