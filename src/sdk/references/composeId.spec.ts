import { expect, it } from 'vitest'

import { composeId } from './composeId.js'

it('should join the parts of an id', () => {
  expect(composeId({ parts: [7, '2024', 'a b'] })).toBe('7:2024:a b')
})

it.each([[undefined], [null], [Number.NaN], [''], [' '], ['a\u0000']])(
  'should refuse an id of which a part is %j',
  (part) => {
    expect(() => composeId({ parts: [7, part] })).toThrow('part 2')
  },
)
