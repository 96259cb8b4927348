import { expect, it } from 'vitest'

import { findSecrets } from './findSecrets.js'

const SECRET = `pa"ss/wörd+of 'x' & <y>`

it.each([
  ['as it is', SECRET],
  ['in JSON', JSON.stringify({ told: SECRET })],
  ['in JSON in JSON', JSON.stringify(JSON.stringify({ told: SECRET }))],
  [
    'in a script',
    JSON.stringify(SECRET)
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e')
      .replaceAll('&', '\\u0026'),
  ],
  ['in a URL', `/?told=${encodeURIComponent(SECRET)}`],
  ['in a form', new URLSearchParams({ told: SECRET }).toString()],
  ['in HTML', '<p>pa&quot;ss/wörd+of &#x27;x&#x27; &amp; &lt;y&gt;</p>'],
  ['in base64', Buffer.from(SECRET).toString('base64')],
  ['in hex', Buffer.from(SECRET).toString('hex').toUpperCase()],
])('should find a secret %s', (_name, text) => {
  expect(findSecrets({ secrets: ['another', SECRET], text: `before ${text} after` })).toEqual([
    SECRET,
  ])
})

it('should find none where there is none', () => {
  expect(findSecrets({ secrets: [SECRET], text: 'pa"ss/wörd+of somebody else' })).toEqual([])
})
