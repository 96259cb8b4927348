import { describe, expect, it } from 'vitest'

import { listTextKeys, readText } from '../../../sdk/content/Texts.js'
import { texts } from './index.js'

const english = listTextKeys(texts.en)

describe.each(Object.entries(texts))('the subscriptions texts in %s', (_, own) => {
  it('should have the keys of English and no empty text', () => {
    const keys = listTextKeys(own)

    expect(keys.sort()).toEqual([...english].sort())
    expect(keys.filter((key) => !readText({ key, texts: own })?.trim())).toEqual([])
  })
})
