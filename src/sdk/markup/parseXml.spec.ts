import { expect, it } from 'vitest'

import { parseXml } from './parseXml.js'

it('should read XML that came inside another answer', async () => {
  expect(await parseXml('<a b="1"/>')).toMatchObject({ name: 'a', attributes: { b: '1' } })
})

it.each(['<a>', '', '<!DOCTYPE a><a/>', '<a>&nbsp;</a>'])('should refuse %s', async (text) => {
  await expect(parseXml(text)).rejects.toMatchObject({ code: 'INVALID_ANSWER' })
})
