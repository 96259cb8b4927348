import { describe, expect, it } from 'vitest'

import { nameSchema, textSchema } from './textSchema.js'
import { unescapeHtml } from './unescapeHtml.js'

describe('unescapeHtml', () => {
  it.each([
    ['N&apos;Golo', "N'Golo"],
    ['Quay &amp; Vale', 'Quay & Vale'],
    ['Cura&ccedil;ao', 'Curaçao'],
    ['Villeneuve d&#39;Ascq', "Villeneuve d'Ascq"],
    ['d&#039;Ascq', "d'Ascq"],
    ['d&#x27;Ascq, d&#X2019;Ascq', "d'Ascq, d’Ascq"],
    ['&quot;Kuba&quot; B&#322;aszczykowski', '"Kuba" Błaszczykowski'],
    ['&#128512;', '😀'],
  ])('should make %s to %s', (escaped, text) => {
    expect(unescapeHtml(escaped)).toBe(text)
  })

  it('should do it once only', () => {
    expect(unescapeHtml('&amp;amp; &amp;lt;b&amp;gt;')).toBe('&amp; &lt;b&gt;')
  })

  it.each([
    'Brighton & Hove',
    'R&B',
    'Q&A; the sequel',
    'AT&T',
    'a &copy b',
    '&unheardof;',
    '&;',
    '&#;',
    '&#xzz;',
    '',
  ])('should leave %j as it is', (text) => {
    expect(unescapeHtml(text)).toBe(text)
  })
})

describe('textSchema and nameSchema', () => {
  it('should read what people read', () => {
    expect(textSchema.nullish().parse(' L&apos;Ambra ')).toBe(" L'Ambra ")
    expect(textSchema.nullish().parse(null)).toBeNull()
    expect(nameSchema.parse(' L&apos;Ambra&nbsp;')).toBe("L'Ambra")
    expect(nameSchema.safeParse('&nbsp;').success).toBe(false)
  })
})
