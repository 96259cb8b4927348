import { expect, it } from 'vitest'

import { createCliTest } from '../cli/createCliTest.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

/** What a stranger would write who knows who reads it: HTML, commands of a terminal, turned text. */
const EVIL =
  'nick<script>alert(1)</script>\u001b]0;owned\u0007\u001b[2J\u009b31m<img src=x onerror=alert(1)>\u202efdp\u2066'

/** Nothing of it is left that does something. */
const expectHarmless = (text: string): void => {
  expect(text).toContain('nick')
  expect(text).not.toMatch(/(?!\n|\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
  expect(text).not.toMatch(/<script|<img|alert\(1\)<|\\u001b|\\u009b/i)
}

it('should keep nothing of what strangers write but words: in runs, issues, logs and commands', async () => {
  const { findIssues, logged, payload, provider, sync } = await createSyncTest({
    provider: { scopeOf: () => EVIL },
    records: [{ id: '1', name: 'Game', home: { id: EVIL } }],
  })
  const call = createCliTest(payload)

  const partial = await sync()
  expectHarmless(partial.scopes[0]!)
  const [issue] = await findIssues()
  expectHarmless(String(issue!.message))

  provider.failWith(() => ({ body: { refusal: EVIL }, status: 401 }))
  const failed = await sync()
  expectHarmless(failed.error!.message)
  const { docs } = await payload.find({ collection: testSlugs.syncLogs, limit: 1, sort: '-id' })
  const { error, progress, title } = docs[0] as unknown as Record<string, unknown>
  expectHarmless(JSON.stringify({ error, progress, title }))
  expectHarmless(logged().replaceAll('\n', ''))

  for (const isTerminal of [false, true]) {
    const { output } = await call({ args: ['status'], isTerminal })
    expectHarmless(output)
    const run = await call({
      args: ['run', 'test', 'games', '--mode', 'incremental', '--wait'],
      isTerminal,
    })
    // What clears the line of the bar is the command's own.
    expectHarmless(run.output.replaceAll('\r\u001b[2K', ''))
    // A name that is not known is said again.
    const { errors } = await call({ args: ['run', EVIL], isTerminal })
    expect(errors).not.toMatch(/(?!\n|\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
  }
})
