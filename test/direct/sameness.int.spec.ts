import type { CollectionConfig, Payload } from 'payload'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Document, Plan } from '../../src/sync/engine/direct/plan/Plan.js'
import type { Database } from '../../src/sync/store/Database.js'
import type { TestProject } from '../project/createTestProject.js'
import type { Trace } from './proof/createTracing.js'
import type { Call } from './proof/proofHooks.js'

import { createAll } from '../../src/sync/engine/direct/createAll.js'
import { readPlan } from '../../src/sync/engine/direct/plan/readPlan.js'
import { updateAll } from '../../src/sync/engine/direct/updateAll.js'
import { getSync } from '../../src/sync/engine/Sync.js'
import { toCount } from '../long/toCount.js'
import { createTestProject } from '../project/createTestProject.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { createTracing } from './proof/createTracing.js'
import { createProofCollection, PROOF_TARGETS } from './proof/proofCollections.js'
import { proofChanges, proofDocuments } from './proof/proofDocuments.js'
import { toComparable } from './proof/proofHooks.js'
import { proveSame } from './proof/proveSame.js'

type Values = Record<string, unknown>
/** What the collections of a proof have. */
type Variant = { hasManyHooks: boolean; name: string; versions?: CollectionConfig['versions'] }

const VARIANTS: readonly Variant[] = [
  { name: 'Few', hasManyHooks: false },
  { name: 'Many', hasManyHooks: true },
  { name: 'Versions', hasManyHooks: false, versions: { maxPerDoc: 2 } },
  { name: 'Drafts', hasManyHooks: true, versions: { drafts: { autosave: true }, maxPerDoc: 2 } },
]

/** Where other things run on the machine, a case takes seconds. */
const PATIENCE_MS = 5000
const CASES = toCount({ long: 2000, short: 15 })

let project: TestProject
let payload: Payload
let database: Database
let targets: number[]
let tracing: ReturnType<typeof createTracing>
const calls: Call[] = []
const log = (call: Call): void => void calls.push(call)

beforeAll(async () => {
  project = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        PROOF_TARGETS,
        ...VARIANTS.flatMap(({ name, ...variant }) =>
          ['Plain', 'Direct'].map((way) =>
            createProofCollection({ ...variant, slug: `proof${name}${way}`, log }),
          ),
        ),
      ],
    },
    options: { providers: [defineTestProvider({ baseUrl: 'http://127.0.0.1:9' })] },
  })
  ;({ payload } = project)
  ;({ database } = getSync(payload))
  tracing = createTracing({ calls, payload, readRows })
  const made = await Promise.all(
    ['1', '2', '3'].map((externalId) =>
      payload.create({ collection: 'proofTargets', data: { externalId, provider: 'proof' } }),
    ),
  )
  targets = made.map(({ id }) => Number(id))
})

afterAll(async () => {
  await project.payload.destroy()
})

const planOf = (slug: string): Plan => {
  const read = readPlan({ collection: slug, payload })
  if (!('plan' in read)) {
    throw new Error(read.reasons.join('\n'))
  }
  return read.plan
}

const readRows = async (slug: string): Promise<Pick<Trace, 'rows' | 'versions'>> => {
  const { rows } = await pool().query(
    `select * from "${toTable(slug)}" order by external_id collate "C"`,
  )
  const versions = payload.collections[slug]!.config.versions
    ? await pool().query(
        `select * from "_${toTable(slug)}_v" order by version_external_id collate "C", id`,
      )
    : { rows: [] }
  return { rows: rows.map(toRowOf), versions: versions.rows.map(toRowOf) }
}

type Pool = { query: (text: string) => Promise<{ rows: Values[] }> }
const pool = (): Pool => (payload.db as unknown as { pool: Pool }).pool

const toTable = (slug: string): string => slug.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

const OWN_COLUMNS = /^(?:parent_id|(?:version_)?(?:created|updated)_at)$/

const toRowOf = ({ id, ...row }: Values): unknown =>
  toComparable({
    ...Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        OWN_COLUMNS.test(name) ? typeof value : value,
      ]),
    ),
    key: typeof id,
  })

const directly = (slug: string, documents: readonly Values[]) =>
  tracing.trace(
    slug,
    async (req) =>
      await createAll({
        creations: documents.map((data) => ({ context: { who: data.externalId }, data })),
        database,
        plan: planOf(slug),
        req,
      }),
  )

const changeDirectly = (slug: string, found: readonly Document[], changes: readonly Values[]) =>
  tracing.trace(
    slug,
    async (req) =>
      await updateAll({
        changes: found.map((document, index) => ({
          context: { who: document.externalId },
          data: structuredClone(changes[index]!),
          document,
        })),
        database,
        plan: planOf(slug),
        req,
        requireFree: () => Promise.resolve(),
      }),
  )

/** What an editor adds to a document that a sync has written: words, and text with an editor's hooks. */
const enrichments = fc.option(
  fc.record({
    body: fc.string({ maxLength: 9, minLength: 1 }).map((text) => ({
      root: {
        type: 'root',
        children: [
          { type: 'paragraph', children: [{ type: 'text', text, version: 1 }], version: 1 },
        ],
        direction: 'ltr',
        format: '',
        indent: 0,
        version: 1,
      },
    })),
    note: fc.string({ maxLength: 9 }),
  }),
)

describe.each(VARIANTS)('documents written directly, with hooks and versions: $name', (variant) => {
  it(
    'should be what Payload makes of them, with the same calls in the same order',
    async () => {
      const direct = `proof${variant.name}Direct`
      const tally = await proveSame({
        cases: fc.tuple(proofDocuments({ targets }), proofChanges({ targets }), enrichments),
        clear: async (slug) => {
          const versions = variant.versions ? `; delete from "_${toTable(slug)}_v"` : ''
          await pool().query(`delete from "${toTable(slug)}"${versions}`)
        },
        count: CASES,
        enrich: async ({ slug, document: { id }, given: data }) =>
          await payload.update({ id, collection: slug, context: { who: 'editor' }, data }),
        hasDrafts: typeof variant.versions === 'object' && Boolean(variant.versions.drafts),
        plain: `proof${variant.name}Plain`,
        together: direct,
        tracing,
        writeTogether: {
          change: (found, changes) => changeDirectly(direct, found, changes),
          create: (documents) => directly(direct, documents),
        },
      })
      // What is given up is right but slow; it must not be the rule.
      expect(tally.givenUp).toBeLessThan(tally.written)
    },
    180_000 + CASES * PATIENCE_MS,
  )
})
