import type { Block, CollectionConfig, Field } from 'payload'

import { type Call, createProofHooks } from './proofHooks.js'

type CreateListCollectionArgs = {
  log: (call: Call) => void
  slug: string
  upload?: CollectionConfig['upload']
  versions?: CollectionConfig['versions']
}

/**
 * A collection of what has tables of its own (arrays, several values, blocks, languages), with hooks
 * of every kind that log, and that look for and change documents in the same transaction.
 */
export const createListCollection = ({
  slug,
  log,
  upload,
  versions,
}: CreateListCollectionArgs): CollectionConfig => {
  const { collectionHook, hooksOf, logging, note } = createProofHooks({ log })
  const tracks: Field[] = [
    { name: 'title', type: 'text', required: true, ...hooksOf('tracks.title') },
    { name: 'length', type: 'number', defaultValue: 60 },
    { name: 'caption', type: 'text', localized: true },
    { name: 'moods', type: 'select', hasMany: true, options: ['calm', 'loud', 'sad'] },
    { name: 'words', type: 'text', hasMany: true },
    { name: 'target', type: 'relationship', relationTo: 'proofTargets' },
    { name: 'inner', type: 'array', fields: [{ name: 'label', type: 'text', required: true }] },
  ]
  const blocks: Block[] = [
    {
      slug: 'quote',
      fields: [
        { name: 'text', type: 'textarea' },
        { name: 'caption', type: 'text', localized: true },
        { name: 'moods', type: 'select', hasMany: true, options: ['calm', 'loud'] },
      ],
    },
    {
      slug: 'gallery',
      fields: [
        { name: 'targets', type: 'relationship', hasMany: true, relationTo: 'proofTargets' },
        { name: 'items', type: 'array', fields: [{ name: 'label', type: 'text' }] },
      ],
    },
  ]
  return {
    slug,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'externalId', type: 'text', index: true, required: true },
      { name: 'title', type: 'text', maxLength: 12, required: true, ...hooksOf('title') },
      { name: 'code', type: 'text', unique: true },
      { name: 'note', type: 'text', localized: true, ...hooksOf('note') },
      { name: 'count', type: 'number', defaultValue: 3 },
      { name: 'day', type: 'date' },
      { name: 'extra', type: 'json' },
      { name: 'tags', type: 'text', hasMany: true, ...hooksOf('tags') },
      { name: 'scores', type: 'number', hasMany: true },
      { name: 'names', type: 'text', hasMany: true, localized: true },
      {
        name: 'kinds',
        type: 'select',
        defaultValue: ['a'],
        hasMany: true,
        options: ['a', 'b', 'c'],
      },
      { name: 'targets', type: 'relationship', hasMany: true, relationTo: 'proofTargets' },
      { name: 'either', type: 'relationship', relationTo: ['proofTargets', 'users'] },
      {
        name: 'several',
        type: 'relationship',
        hasMany: true,
        relationTo: ['proofTargets', 'users'],
      },
      { name: 'tracks', type: 'array', fields: tracks, maxRows: 3, ...hooksOf('tracks') },
      { name: 'parts', type: 'array', fields: [{ name: 'part', type: 'text' }], localized: true },
      { name: 'layout', type: 'blocks', blocks },
      {
        name: 'home',
        type: 'group',
        fields: [
          { name: 'place', type: 'text', localized: true },
          { name: 'rooms', type: 'array', fields: [{ name: 'room', type: 'text' }] },
        ],
      },
    ],
    hooks: {
      ...logging,
      afterChange: [
        collectionHook('afterChange'),
        async ({ context, doc, operation, req }) => {
          const { id } = doc as { id: number }
          // As it is stored by now, and what others have: in the transaction and through its own.
          const stored = await req.payload.findByID({ id, collection: slug, depth: 0, req })
          note({ name: 'stored', req, what: { stored } })
          await req.payload.count({ collection: 'proofTargets', req })
          if ((doc as { count?: number }).count === 6 && !context.isAgain) {
            const data = { day: '2026-01-01T00:00:00.000Z', tags: ['again'] }
            const again = await req.payload.update({
              id,
              collection: slug,
              context: { isAgain: true },
              data,
              depth: 0,
              req,
            })
            note({ name: 'again', req, what: { again } })
          }
          return operation === 'create' ? { ...doc, told: true } : undefined
        },
      ],
      beforeChange: [
        collectionHook('beforeChange'),
        async ({ data, originalDoc, req }) => {
          const { id } = (originalDoc ?? {}) as { id?: number }
          if (id !== undefined) {
            const before = await req.payload.findByID({ id, collection: slug, depth: 0, req })
            note({ name: 'before', req, what: { before } })
          }
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
          return data.count === 8 ? { ...data, count: 9, tags: ['by', 'a hook'] } : undefined
        },
      ],
    },
    ...(upload && { upload }),
    ...(versions && { versions }),
  }
}
