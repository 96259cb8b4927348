import type { CollectionConfig, TypedUser } from 'payload'

import { z } from 'zod'

import type { JsonValue } from '../../../src/shared/json.js'
import type { RunDetails } from '../../../src/sync/store/runs/read/findRun.js'
import type { TestProject } from '../../project/createTestProject.js'
import type { LifeField } from './KINDS.js'
import type { Variant } from './Life.js'
import type { Values } from './Model.js'

import { defineProvider, defineResource, reference } from '../../../src/sdk/index.js'
import { UnavailableError } from '../../../src/shared/errors/index.js'
import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../../src/sync/runtime/drainSync.js'
import { joinWorkers } from '../../../src/sync/runtime/joinWorkers.js'
import { createTestProject } from '../../project/createTestProject.js'
import { FIELDS, isTags, toPayloadFields, UNIT } from './KINDS.js'
import { VARIANTS } from './Life.js'
import { RULES } from './RULES.js'
import { toDocument } from './toDocument.js'

export type LivesProject = {
  close: () => Promise<void>
  editor: TypedUser
  /** Has the second page of the next runs fail. */
  failPages: (isFailing: boolean) => void
  /** What the provider lists from now on, by externalId. */
  list: (records: ReadonlyMap<string, Values>) => void
  sync: (variant: Variant) => Promise<RunDetails>
  /** Ids of the documents of tags, by externalId. */
  tags: ReadonlyMap<string, number>
} & Pick<TestProject, 'payload'>

/** The fields of a collection. */
export const toFields = (variant: Variant): readonly LifeField[] =>
  FIELDS.filter(({ kind }) => !RULES[variant].isPlain || !kind.isList)

const PAGE_SIZE = 20

const TAGS = ['1', '2', '3']

const recordSchema = z.looseObject({ id: z.string(), values: z.record(z.string(), z.unknown()) })

const toReference = (id: unknown) => reference({ externalId: String(id), resource: 'tags' })

/** What is said of fields as a mapped document. */
const toSaid = (values: Record<string, unknown>): Record<string, unknown> =>
  toDocument(
    Object.entries(values).map(([path, value]) => {
      const field = FIELDS.find((one) => one.path === path)!
      const isReference = isTags(field) && value !== null
      return [
        path,
        isReference ? (Array.isArray(value) ? value.map(toReference) : toReference(value)) : value,
      ]
    }),
  )

/** A project with a collection for each way to treat records, with fields of every kind. */
export const createLivesProject = async (): Promise<LivesProject> => {
  let listed: [string, Values][] = []
  let isFailing = false
  const scopes = {
    full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }],
  }
  const toResource = (variant: Variant) => {
    const { onLocalDelete, onMissing } = RULES[variant]
    return defineResource({
      collection: variant.toLowerCase(),
      externalId: ({ id }) => id,
      fetchPage: ({ cursor }) => {
        const page = typeof cursor === 'number' ? cursor : 0
        if (isFailing && page === 1) {
          throw new UnavailableError('The second page is not there.')
        }
        const start = page * PAGE_SIZE
        const records = listed
          .slice(start, start + PAGE_SIZE)
          .map(([id, values]) => ({ id, values: Object.fromEntries(values) }))
        const next = listed.length > start + PAGE_SIZE ? page + 1 : undefined
        return Promise.resolve({ next, records })
      },
      fieldPolicies: Object.fromEntries(
        toFields(variant).map(({ path, policy }) => [path, policy]),
      ),
      map: ({ values }) => toSaid(values),
      mergeTogether: [UNIT],
      onLocalDelete,
      onMissing,
      references: ['tags'],
      schema: recordSchema,
      scopes,
    })
  }
  const tags = defineResource({
    collection: 'tags',
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records: TAGS.map((id) => ({ id })) }),
    map: ({ id }) => ({ name: id }),
    schema: z.looseObject({ id: z.string() }),
    scopes,
  })
  const provider = defineProvider({
    name: 'own',
    resources: {
      tags,
      ...Object.fromEntries(VARIANTS.map((variant) => [variant, toResource(variant)])),
    },
    source: () => 'memory',
  })
  const toCollection = (variant: Variant): CollectionConfig => {
    const { hasDrafts, hasTrash, isPlain } = RULES[variant]
    return {
      slug: variant.toLowerCase(),
      fields: toPayloadFields({ isPlain }),
      ...(hasDrafts && { versions: { drafts: true } }),
      ...(hasTrash && { trash: true }),
    }
  }
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'tags', fields: [{ name: 'name', type: 'text' }] },
        ...VARIANTS.map(toCollection),
      ],
    },
    options: { absence: { after: 1 }, providers: [provider] },
  })
  // One set of workers for all runs.
  const leave = await joinWorkers({
    onExhausted: () => undefined,
    onIdle: () => undefined,
    payload,
  })
  const sync = async (resource: string): Promise<RunDetails> => {
    const [run] = await startRun({
      initiatedBy: null,
      mode: 'full',
      payload,
      provider: 'own',
      resource,
      trigger: 'api',
    })
    await drainSync({ payload })
    return await getRun({ payload, runId: run!.id })
  }
  await sync('tags')
  const { docs } = await payload.find({ collection: 'tags', pagination: false })
  const found = docs as unknown as { externalId: string; id: number }[]
  const user = await payload.create({
    collection: 'users',
    data: { email: 'editor@example.com', password: 'test' },
  })
  return {
    close: async () => {
      await leave()
      await payload.destroy()
    },
    editor: { ...user, collection: 'users' } as unknown as TypedUser,
    failPages: (value) => {
      isFailing = value
    },
    list: (records) => {
      listed = [...records]
    },
    payload,
    sync,
    tags: new Map(found.map(({ id, externalId }) => [externalId, id])),
  }
}

/** A value as a person would type it: tags by the ids of their documents. */
export const toTyped = (
  { tags }: Pick<LivesProject, 'tags'>,
  field: (typeof FIELDS)[number],
  value: JsonValue,
): unknown => {
  if (value === null && field.kind.isList) {
    return []
  }
  if (!isTags(field) || value === null) {
    return value
  }
  return Array.isArray(value)
    ? value.map((id) => tags.get(id as string))
    : tags.get(value as string)
}
