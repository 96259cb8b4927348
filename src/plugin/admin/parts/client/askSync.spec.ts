import { describe, expect, it } from 'vitest'

import { toAnswer } from './askSync.js'

describe('toAnswer', () => {
  it('should hand on what came, with what the server said of it', () => {
    const body = { files: [], message: 'Taken.' }
    expect(toAnswer({ isAccepted: true, text: JSON.stringify(body) })).toEqual({
      answer: body,
      isAccepted: true,
      message: 'Taken.',
      refusals: [],
    })
  })

  it('should say why something was refused, in the words of the server', () => {
    const errors = [{ fault: 'ENCRYPTED', message: 'It is encrypted.' }, {}, { message: 'No.' }]
    expect(toAnswer({ isAccepted: false, text: JSON.stringify({ errors }) })).toEqual({
      answer: null,
      isAccepted: false,
      message: 'It is encrypted. No.',
      refusals: [{ fault: 'ENCRYPTED', message: 'It is encrypted.' }, { message: 'No.' }],
    })
  })

  it.each([true, false])(
    'should take a page of a proxy for no words, accepted: %s',
    (isAccepted) => {
      const answer = toAnswer({ isAccepted, text: '<html>Bad gateway</html>' })
      expect(answer).toEqual({ answer: null, isAccepted, message: '', refusals: [] })
    },
  )
})
