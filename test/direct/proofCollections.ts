import type { CollectionConfig, Field, FieldHook, TextFieldSingleValidation } from 'payload'

/** What was called, with what it was given, in the form that is compared. */
export type Call = { name: string; what: unknown; who: string }

type CreateProofCollectionArgs = {
  /** Whether hooks of several fields run at the same time. */
  hasManyHooks: boolean
  log: (call: Call) => void
  slug: string
  /** @default none */
  versions?: CollectionConfig['versions']
}

const IDENTITY: Field[] = [
  { name: 'provider', type: 'text', required: true },
  { name: 'externalId', type: 'text', index: true, required: true },
]

/** A collection of every field that can be written directly, with hooks of every kind that log. */
export const createProofCollection = ({
  slug,
  hasManyHooks,
  log,
  versions,
}: CreateProofCollectionArgs): CollectionConfig => {
  const note = ({ name, req, what }: { name: string; req: Req; what: object }): void =>
    log({ name, what: toComparable(what), who: String(req.context.who) })

  const fieldHook =
    (name: string, change?: (value: unknown) => unknown): FieldHook =>
    async ({ req, ...args }) => {
      const { data, indexPath, operation, originalDoc, path, previousDoc, previousSiblingDoc } =
        args
      const { previousValue, schemaPath, siblingData, siblingDocWithLocales, value } = args
      note({
        name,
        req,
        what: {
          data,
          indexPath,
          operation,
          originalDoc,
          path,
          previousDoc,
          previousSiblingDoc,
          previousValue,
          schemaPath,
          siblingData,
          siblingDocWithLocales,
          value,
        },
      })
      await Promise.resolve()
      return change?.(value)
    }
  const hooksOf = (name: string): { hooks?: Record<string, FieldHook[]> } =>
    hasManyHooks
      ? {
          hooks: Object.fromEntries(
            ['afterChange', 'afterRead', 'beforeChange', 'beforeValidate'].map((event) => [
              event,
              [fieldHook(`${name}.${event}`)],
            ]),
          ),
        }
      : {}
  const checkColor: TextFieldSingleValidation = async (value, options) => {
    const { data, operation, previousValue, siblingData } = options
    log({
      name: 'color.validate',
      what: toComparable({ data, operation, previousValue, siblingData, value }),
      who: String(options.req.context.who),
    })
    await Promise.resolve()
    return value === 'red' ? 'not red' : true
  }
  const collectionHook =
    (name: string) =>
    async ({ req, ...args }: { req: Req } & Record<string, unknown>): Promise<void> => {
      const { data, doc, operation, originalDoc, previousDoc } = args
      note({ name, req, what: { data, doc, operation, originalDoc, previousDoc } })
      await Promise.resolve()
    }

  return {
    slug,
    fields: [
      ...IDENTITY,
      {
        name: 'title',
        type: 'text',
        maxLength: 12,
        minLength: 2,
        required: true,
        ...hooksOf('title'),
      },
      { name: 'note', type: 'textarea' },
      { name: 'code', type: 'text', unique: true },
      {
        name: 'slug',
        type: 'text',
        hooks: {
          beforeChange: [fieldHook('slug.beforeChange')],
          beforeValidate: [
            fieldHook('slug.beforeValidate', (value) => (value ? undefined : 'made')),
          ],
        },
      },
      {
        name: 'count',
        type: 'number',
        defaultValue: 3,
        max: 1000,
        min: -1000,
        ...hooksOf('count'),
      },
      { name: 'isOpen', type: 'checkbox', defaultValue: true },
      { name: 'kind', type: 'select', defaultValue: 'a', options: ['a', 'b', 'c'] },
      { name: 'level', type: 'radio', options: ['x', 'y'] },
      { name: 'day', type: 'date' },
      { name: 'extra', type: 'json' },
      { name: 'source', type: 'code' },
      { name: 'target', type: 'relationship', relationTo: 'proofTargets' },
      { name: 'body', type: 'richText' },
      {
        name: 'home',
        type: 'group',
        fields: [
          { name: 'name', type: 'text', defaultValue: () => 'nobody', ...hooksOf('home.name') },
          { name: 'score', type: 'number' },
          { name: 'inner', type: 'group', fields: [{ name: 'seen', type: 'date' }] },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'color',
            type: 'text',
            admin: { condition: (data) => data.isOpen === true },
            validate: checkColor,
          },
        ],
      },
      {
        type: 'tabs',
        tabs: [
          {
            fields: [
              {
                type: 'collapsible',
                fields: [{ name: 'mail', type: 'email' }],
                label: 'Mail',
              },
            ],
            label: 'Unnamed',
          },
          {
            name: 'details',
            fields: [
              { name: 'remark', type: 'text', defaultValue: 'none' },
              { name: 'secret', type: 'text', hidden: true },
            ],
          },
        ],
      },
      { name: 'made', type: 'text', defaultValue: 'up', virtual: true },
    ],
    hooks: {
      afterChange: [
        collectionHook('afterChange'),
        async ({ doc, operation, req }) => {
          // Others' documents, in the transaction and out of it.
          await req.payload.count({ collection: 'proofTargets', req })
          return operation === 'create' ? { ...doc, told: true } : undefined
        },
      ],
      afterOperation: [
        ({ operation, req, result }) => {
          note({ name: `afterOperation ${operation}`, req, what: { result } })
          return result
        },
      ],
      afterRead: [collectionHook('afterRead')],
      beforeChange: [
        collectionHook('beforeChange'),
        async ({ data, req }) => {
          if (data.title === 'throw') {
            throw new Error('thrown by a hook')
          }
          if (data.count === 7) {
            await req.payload.create({
              collection: 'proofTargets',
              data: { externalId: 'made', provider: 'proof' },
              req,
            })
          }
          return data.count === 8 ? { ...data, count: 9, note: 'by a hook' } : undefined
        },
      ],
      beforeOperation: [
        ({ args, operation, req }) => {
          const { data } = args as { data?: object }
          note({ name: `beforeOperation ${operation}`, req, what: { data } })
          return args
        },
      ],
      beforeValidate: [collectionHook('beforeValidate')],
    },
    versions,
  }
}

export const PROOF_TARGETS: CollectionConfig = { slug: 'proofTargets', fields: IDENTITY }

type Req = { context: Record<string, unknown> }

const OWN = new Set(['createdAt', 'id', 'updatedAt'])

/** A copy without what is a document's own: its id, and when it was written. */
export const toComparable = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(toComparable)
  }
  if (value instanceof Date) {
    return value.toISOString()
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([key, each]) => [key, OWN.has(key) ? typeof each : toComparable(each)]),
      )
    : value
}
