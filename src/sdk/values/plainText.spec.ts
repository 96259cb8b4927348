import { expect, it } from 'vitest'

import { plainText } from './plainText.js'

it.each([
  ['К0см0навт', 'К0см0навт'],
  [' two  words ', 'two  words'],
  ['I <3 mafia, 2 > 1', 'I <3 mafia, 2 > 1'],
  ['N&apos;Golo &amp; Co', "N'Golo & Co"],
  ['<b>bold</b>', 'bold'],
  ['&lt;b&gt;bold&lt;/b&gt;', 'bold'],
  ['<img src=x onerror=alert(1)>nick', 'nick'],
  ['<script>alert(1)</script>nick', 'nick'],
  ['<SCRIPT\n>alert(1)</script >nick', 'nick'],
  ['<scr<script>ipt>alert(1)', 'alert(1)'],
  ['<!-- hidden -->nick', 'nick'],
  ['a\u0000b\u001b[31mc\u007fd\u0085e', 'ab[31mcde'],
  ['left\u202eright\u202c', 'leftright'],
  // What stands in a tag so that it is none is taken out first.
  ['<\u0001script>alert(1)</\u202escript>nick', 'nick'],
  ['&lt;\u0085img src=x&gt;nick', 'nick'],
  ['\u2066one\u2069', 'one'],
  ['line\r\nnext\ttab', 'line\nnext\ttab'],
  ['שלום\u200f!', 'שלום\u200f!'],
])('should make %j the text %j', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})
