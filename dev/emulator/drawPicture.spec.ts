import { expect, it } from 'vitest'

import { withPictures } from './drawPicture.js'
import { imagePath } from './imagePath.js'

it('should draw each picture the same each time, and leave all else', () => {
  const row = JSON.stringify({
    a: imagePath({ id: 7, kind: 'teams' }),
    b: 'https://example.com/x.png',
  })

  const { a, b } = JSON.parse(withPictures(row)) as { a: string; b: string }

  expect(a).toMatch(/^data:image\/svg\+xml,%3Csvg/)
  expect(withPictures(row)).toBe(withPictures(row))
  expect(withPictures(row)).not.toBe(withPictures(row.replace('teams/7', 'teams/8')))
  expect(b).toBe('https://example.com/x.png')
})
