import type { CollectionConfig, Field, TextFieldSingleValidation } from 'payload'

import { type Call, createProofHooks } from './proofHooks.js'

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
  const { collectionHook, fieldHook, logging, note, ...own } = createProofHooks({ log })
  const hooksOf: (() => object) | typeof own.hooksOf = hasManyHooks ? own.hooksOf : () => ({})
  const checkColor: TextFieldSingleValidation = async (value, options) => {
    const { data, operation, previousValue, siblingData } = options
    note({
      name: 'color.validate',
      req: options.req,
      what: { data, operation, previousValue, siblingData, value },
    })
    await Promise.resolve()
    return value === 'red' ? 'not red' : true
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
      ...logging,
      afterChange: [
        collectionHook('afterChange'),
        async ({ doc, operation, req }) => {
          // Others' documents, in the transaction and out of it.
          await req.payload.count({ collection: 'proofTargets', req })
          return operation === 'create' ? { ...doc, told: true } : undefined
        },
      ],
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
    },
    versions,
  }
}

export const PROOF_TARGETS: CollectionConfig = { slug: 'proofTargets', fields: IDENTITY }
