import type { FieldHook } from 'payload'

import { describe, expect, it } from 'vitest'

import { defineProvider } from '../../../../sdk/index.js'
import { showWorkTitle, storeWorkTitle } from './workTitle.js'

type Args = Parameters<FieldHook>[0]

const provider = defineProvider({ name: 'library', label: 'City Library', resources: {} })

const store = (args: object): unknown => storeWorkTitle([provider])(args as Args)

// cspell:ignore Stadtbücherei Bücher Vollständig
const names = { library: { label: 'Stadtbücherei', quotas: {}, resources: { books: 'Bücher' } } }

const i18n = {
  t: (key: string) => (key === 'pluginSync:options:mode:full' ? 'Vollständig' : key),
  translations: { pluginSync: { names } },
}

const show = (args: object): unknown => showWorkTitle({ req: { i18n }, ...args } as unknown as Args)

describe('the title of a run', () => {
  const data = { mode: 'full', provider: 'library', resource: 'books' }

  it('should be stored in English', () => {
    expect(store({ data })).toBe('City Library · Books · Full')
  })

  it('should stay when something else of the run changes', () => {
    expect(store({ data: { status: 'running' }, originalDoc: data })).toBe(
      'City Library · Books · Full',
    )
  })

  it('should be read in the language of the reader', () => {
    expect(show({ data, value: 'library / books / full' })).toBe(
      'Stadtbücherei · Bücher · Vollständig',
    )
  })

  it('should be as it is stored where the rest was not read', () => {
    expect(show({ data: {}, value: 'City Library · Books · Full' })).toBe(
      'City Library · Books · Full',
    )
  })
})
