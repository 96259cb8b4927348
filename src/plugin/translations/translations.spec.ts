import { describe, expect, it } from 'vitest'

import { translations } from './translations.js'

type Text = { key: string; text: string }

const list = (value: unknown, key = ''): Text[] =>
  typeof value === 'string'
    ? [{ key, text: value }]
    : Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) =>
        list(inner, `${key}:${name}`),
      )

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

const english = list(translations.en)

describe.each(Object.entries(translations))('the texts in %s', (_, texts) => {
  const own = list(texts)

  it('should have the keys of English and no empty text', () => {
    expect(own.map(({ key }) => key)).toEqual(english.map(({ key }) => key))
    expect(own.filter(({ text }) => text.trim() === '')).toEqual([])
  })

  it('should use the placeholders of English', () => {
    expect(own.map(({ key, text }) => ({ key, used: placeholders(text) }))).toEqual(
      english.map(({ key, text }) => ({ key, used: placeholders(text) })),
    )
  })
})
