import { expect, it } from 'vitest'

import { readXml } from './readXml.js'

it('should tell where each element stands among all of its parent', async () => {
  const { elements } = await readXml('<half><goal min="3"/><card/><goal min="7"/></half>')

  expect(elements.goal?.map(({ attributes, index }) => [attributes.min, index])).toEqual([
    ['3', 0],
    ['7', 2],
  ])
  expect(elements.card?.[0]?.index).toBe(1)
})

it('should keep texts as they are', async () => {
  const { text } = await readXml(
    '<a> 007<b>not this</b><![CDATA[ <x> ]]>&#233;&lt;<!-- nor this --></a>',
  )

  expect(text).toBe(' 007 <x> é<')
})

it('should take any name for what it is', async () => {
  const { attributes, elements } = await readXml(
    '<a __proto__="p"><__proto__>q</__proto__><constructor/></a>',
  )

  expect(Object.keys(attributes)).toEqual(['__proto__'])
  expect(Object.keys(elements)).toEqual(['__proto__', 'constructor'])
  expect(({} as Record<string, unknown>).text).toBeUndefined()
})

it('should say what is wrong without showing the document', async () => {
  await expect(readXml('<a>secret</b>')).rejects.toThrow(/^Missing end tag for element a \(line 1/)
  await expect(readXml('<a>secret</b>')).rejects.not.toThrow('secret')
})
