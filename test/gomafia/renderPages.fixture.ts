// A process that has rendered a page, and holds its browser open until it ends.
import type { HttpClient } from '../../src/sdk/index.js'

import { createRenderer } from '../../src/providers/gomafia/sources/renderPage.js'
import { parseHtml } from '../../src/sdk/index.js'

const { browserPath } = JSON.parse(process.argv[2] ?? '') as { browserPath: string }

const { render } = createRenderer({
  baseUrl: 'http://site.invalid',
  executablePath: browserPath,
  userAgent: 'test',
})
await render({
  http: { get: () => parseHtml('<html></html>') } as unknown as HttpClient,
  path: '/page',
  query: {},
  signal: new AbortController().signal,
})
process.stdout.write(`${JSON.stringify({ msg: 'Worker ready.' })}\n`)
// Whoever started it holds the other end.
process.stdin.resume().once('end', () => process.exit(1))
