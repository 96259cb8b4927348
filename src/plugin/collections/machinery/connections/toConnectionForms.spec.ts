import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { defineProvider, importFile } from '../../../../sdk/index.js'
import { toConnectionForms } from './toConnectionForms.js'

const credentials = z.object({
  apiKey: z.string().min(8),
  note: z.string().optional().meta({ description: 'Where it is found', title: 'Remark' }),
  user: z.string().trim().meta({ format: 'plain' }),
})

const settings = z.object({
  first_day: z.number().int().nullish(),
  isLive: z.boolean().default(true),
  level: z.enum(['men', 'women']).nullable(),
  side: z.string().optional(),
  since: z.coerce.date().optional(),
})

const toForms = () =>
  toConnectionForms([
    defineProvider({
      name: 'league',
      accounts: { choices: { side: () => Promise.resolve([]) }, credentials, settings },
      connect: () => ({ baseUrl: 'http://localhost' }),
      label: 'League',
      resources: {},
    }),
    defineProvider({ name: 'open', http: { baseUrl: 'http://localhost' }, resources: {} }),
  ])

describe('toConnectionForms', () => {
  it('should ask only for what people may enter connections of', () => {
    expect(toForms().map(({ label, provider }) => [provider, label])).toEqual([
      ['league', 'League'],
    ])
  })

  it('should hide whatever a schema does not call plain', () => {
    expect(toForms()[0]!.credentials).toEqual([
      { name: 'apiKey', isRequired: true, isSecret: true, kind: 'text', label: 'Api key' },
      {
        name: 'note',
        description: 'Where it is found',
        isRequired: false,
        isSecret: true,
        kind: 'text',
        label: 'Remark',
      },
      { name: 'user', isRequired: true, isSecret: false, kind: 'text', label: 'User' },
    ])
  })

  it('should ask for each setting in the way of its type', () => {
    expect(
      toForms()[0]!.settings.map(({ isRequired, kind, label, values }) => [
        label,
        kind,
        isRequired,
        values,
      ]),
    ).toEqual([
      ['First day', 'number', false, undefined],
      ['Is live', 'switch', false, undefined],
      ['Level', 'choice', true, ['men', 'women']],
      ['Side', 'choice', false, undefined],
      ['Since', 'text', false, undefined],
    ])
  })

  it('should tell of what comes in files, which takes no credentials', () => {
    const archives = defineProvider({
      name: 'archives',
      accounts: {},
      resources: {},
      source: importFile({
        files: { lines: { columns: ['id'], format: 'csv', names: ['lines.csv'] } },
      }),
    })

    expect(toConnectionForms([archives])).toMatchObject([{ credentials: [], readsFiles: true }])
    expect(toForms()[0]).not.toHaveProperty('readsFiles')
  })
})
