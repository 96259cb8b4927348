import type { JsonValue } from '../../../src/shared/json.js'
import type { LivesProject } from './createLivesProject.js'
import type { LifeField } from './KINDS.js'
import type { Model, Values } from './Model.js'

import { getAdapter } from '../../../src/sync/store/Database.js'
import { testSlugs } from '../../project/testSlugs.js'
import { isTags, toKey } from './KINDS.js'
import { RULES } from './RULES.js'

type Row = Record<string, unknown>

type Found = {
  /** What is stored of each, to see whether anything is written. */
  state: Map<string, string>
  /** In words. */
  wrong: string[]
}

type FindDifferencesArgs = { models: ReadonlyMap<string, Model>; project: LivesProject }

/** What is not as the models say. All models are of one variant. */
export const findDifferences = async ({ models, project }: FindDifferencesArgs): Promise<Found> => {
  const [first] = models.values()
  const { payload, tags } = project
  const { variant } = first!
  const externalIds = [...models.keys()]
  const find = async (collection: string): Promise<Row[]> => {
    const { docs } = await payload.find({
      collection,
      depth: 0,
      pagination: false,
      trash: true,
      where: { externalId: { in: externalIds } },
    })
    return docs as unknown as Row[]
  }
  const documents = await find(variant.toLowerCase())
  const issues = await find(testSlugs.syncIssues)
  const records = (
    await getAdapter(payload).pool.query<Row>(
      `select external_id as "externalId", conflicts, waiting_at as "waitingAt"
       from sync_records where resource = $1`,
      [variant],
    )
  ).rows
  const tagIds = new Map([...tags].map(([externalId, id]) => [id, externalId]))
  const found: Found = { state: new Map(), wrong: [] }
  for (const [externalId, model] of models) {
    const isOf = (row: Row): boolean => row.externalId === externalId
    const tell = (what: string): void => void found.wrong.push(`${externalId}: ${what}`)
    const mine = documents.filter(isOf)
    const record = records.find(isOf)
    const open = issues.filter((issue) => isOf(issue) && issue.status === 'open')
    if (mine.length !== (model.document ? 1 : 0)) {
      tell(`${mine.length} documents, and not ${model.document ? 1 : 0}`)
      continue
    }
    const expected = describeModel(model)
    const stored = describeStored({ document: mine[0], model, open, record, tagIds })
    for (const [what, value] of Object.entries(expected)) {
      if (stored[what] !== value) {
        tell(`${what} is ${stored[what]}, and not ${value}`)
      }
    }
    found.state.set(externalId, JSON.stringify([mine, record, open]))
  }
  return found
}

const list = (names: Iterable<string>): string => [...names].sort().join(', ') || 'none'

const describeModel = (model: Model): Record<string, string> => ({
  ...describeValues(model.fields, model.document?.values ?? new Map<string, JsonValue>()),
  'conflict issue': String(model.conflicts.size > 0),
  conflicts: list(model.conflicts.keys()),
  draft: String(model.document?.isDraft ?? false),
  'missing issue': String(model.missing !== 'no'),
  'other issues': 'none',
  trash: String((model.document?.trashedBy ?? 'nobody') !== 'nobody'),
  waiting: String(model.waiting !== null),
})

type DescribeStoredArgs = {
  document: Row | undefined
  model: Model
  open: readonly Row[]
  record: Row | undefined
  tagIds: ReadonlyMap<number, string>
}

const describeStored = ({
  document,
  model,
  open,
  record,
  tagIds,
}: DescribeStoredArgs): Record<string, string> => {
  const values: Values = new Map(
    model.fields.map((field) => [field.path, readValue({ document, field, tagIds })]),
  )
  const kinds = open.map(({ kind }) => String(kind))
  return {
    ...describeValues(model.fields, values),
    'conflict issue': String(kinds.includes('conflict')),
    conflicts: list(Object.keys((record?.conflicts ?? {}) as object)),
    draft: String(RULES[model.variant].hasDrafts === true && document?._status === 'draft'),
    'missing issue': String(kinds.includes('missing')),
    'other issues': list(kinds.filter((kind) => kind !== 'conflict' && kind !== 'missing')),
    trash: String((document?.deletedAt ?? null) !== null),
    waiting: String((record?.waitingAt ?? null) !== null),
  }
}

const describeValues = (fields: readonly LifeField[], values: Values): Record<string, string> =>
  Object.fromEntries(
    fields.map((field) => [field.path, toKey(field, values.get(field.path) ?? null)]),
  )

type ReadValueArgs = { field: LifeField } & Pick<DescribeStoredArgs, 'document' | 'tagIds'>

const readValue = ({ document, field, tagIds }: ReadValueArgs): JsonValue => {
  const value = field.path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as null | Row | undefined)?.[key], document)
  const toTag = (id: unknown): string => tagIds.get(Number(id)) ?? `unknown ${String(id)}`
  if (isTags(field) && value !== null && value !== undefined) {
    return Array.isArray(value) ? value.map(toTag) : toTag(value)
  }
  return (
    Array.isArray(value) && value.some((row) => typeof row === 'object')
      ? value.map(({ id: _, ...row }: Row) => row)
      : (value ?? null)
  ) as JsonValue
}
