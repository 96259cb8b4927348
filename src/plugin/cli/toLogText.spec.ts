import { expect, it } from 'vitest'

import { toLogText } from './toLogText.js'

const CLEAR_LINE = '\r\u001b[2K'

it('should show a line of the log in words, and nothing that a terminal obeys', () => {
  const line = JSON.stringify({
    error: { message: 'It said \u001b[2J\u009b31mno\u202e.' },
    level: 50,
    msg: 'Sync failed.',
    provider: 'library\u0007',
    resource: 'books',
  })

  expect(toLogText(line)).toBe(
    `${CLEAR_LINE}Error: library books: Sync failed. It said [2J31mno.\n`,
  )
})

it('should leave a line that is no JSON as it is, but for what a terminal obeys', () => {
  expect(toLogText('Pulling \u001b[31mschema\n')).toBe('Pulling [31mschema\n')
})
