import { describe, expect, it } from 'vitest'

import type { Run } from '../../src/sync/run/Run.js'
import type { TestRecord } from '../project/createTestProvider.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createCliTest } from './createCliTest.js'

const GAMES: TestRecord[] = Array.from({ length: 25 }, (_, index) => ({
  id: String(index),
  name: `Game ${index}`,
}))

const setUp = async (args: Parameters<typeof createSyncTest>[0] = { records: GAMES }) => {
  const test = await createSyncTest(args)
  return { ...test, call: createCliTest(test.payload) }
}

const RUN = ['run', 'test', 'games']

describe('payload sync run', () => {
  it('should queue, name the run, and name it again when it is queued already', async () => {
    const { call } = await setUp()

    const first = await call({ args: RUN })
    const second = await call({ args: RUN })

    expect(first).toMatchObject({
      code: 0,
      lines: ['Run 1: Test provider · Matches · Full, queued'],
    })
    expect(second).toMatchObject({
      code: 0,
      errors: 'Test provider · Matches · Full is already queued: run 1.\n',
      lines: first.lines,
    })
  })

  it('should print one line per state and end with 0 when it waited for a complete run', async () => {
    const { call, findMatches } = await setUp()

    const { code, lines } = await call({ args: [...RUN, '--wait'] })

    expect(code).toBe(0)
    expect(lines[0]).toBe('Run 1: Test provider · Matches · Full, queued')
    expect(lines.at(-1)).toBe(
      'Run 1: Test provider · Matches · Full, completed · 25 new, 0 changed, 0 same',
    )
    expect(await findMatches()).toHaveLength(25)
  })

  it('should print nothing but a run as JSON on every line with --json', async () => {
    const { call } = await setUp()

    const { code, lines } = await call({ args: [...RUN, '--wait', '--json'] })
    const runs = lines.map((line) => JSON.parse(line) as Run)

    expect(code).toBe(0)
    expect(runs.every(({ id }) => id === 1)).toBe(true)
    expect(runs.at(-1)).toMatchObject({ counts: { created: 25 }, status: 'completed' })
  })

  it('should say what the time of a run went to with --profile, and wait for that', async () => {
    const { call } = await setUp()

    const { code, lines } = await call({ args: [...RUN, '--profile'] })
    const text = lines.join('\n')

    expect(code).toBe(0)
    expect(text).toContain('test games, run 1: 25 records')
    for (const phase of ['fetch', 'validate', 'map', 'compare', 'write', 'commit']) {
      expect(text).toMatch(new RegExp(`^  ${phase} +\\d+ ms +\\d+ %`, 'm'))
    }

    const again = await call({ args: [...RUN, '--profile', '--json'] })
    expect(JSON.parse(again.lines.at(-1)!)).toMatchObject({
      profile: { commit: expect.any(Number), write: 0 },
      run: 2,
    })
  })

  it('should draw a bar on a terminal and leave the result behind', async () => {
    const { call, provider } = await setUp()
    let show: (seen: unknown) => void = () => undefined
    provider.holdUntil(
      new Promise((resolve) => {
        show = resolve
      }),
    )

    const { code, output } = await call({
      args: [...RUN, '--wait'],
      isTerminal: true,
      onOutput: (written) => /[█░]/.test(written) && show(written),
    })

    expect(code).toBe(0)
    expect(output).toContain('Run 1: Test provider · Matches · Full, completed · 25 new')
    expect(output.endsWith('\r\u001B[2K')).toBe(true)
  })

  it('should end with 3 when records could not be stored', async () => {
    const { call } = await setUp({ records: [...GAMES, { id: 'x', name: 7 }] })

    const { code, lines } = await call({ args: [...RUN, '--wait'] })

    expect(code).toBe(3)
    expect(lines.at(-1)).toContain('partial')
    expect(lines.at(-1)).toContain('1 invalid')
  })

  it('should end with 1 and the reason when the run failed', async () => {
    const { call, provider } = await setUp()
    provider.failWith(() => ({ body: { refusal: 'no such key' } }))

    const { code, lines } = await call({ args: [...RUN, '--wait'] })

    expect(code).toBe(1)
    expect(lines.at(-1)).toContain('failed')
  })

  it('should end with 1 and say where the run is when the wait is interrupted', async () => {
    const { call, payload, provider } = await setUp()
    const stop = new AbortController()
    provider.failWith((page) => {
      if (page === 1) {
        stop.abort('shutdown')
      }
      return undefined
    })

    const { code, errors } = await call({ args: [...RUN, '--wait'], signal: stop.signal })

    expect(code).toBe(1)
    expect(errors).toContain(
      'Interrupted. Run 1 (Test provider · Matches · Full) is queued and goes on from where',
    )
    expect(errors).toContain('payload sync cancel 1')
    provider.failWith(undefined)
    await drainSync({ payload })
    expect((await call({ args: ['status'] })).output).toContain('completed · 25 new')
  })

  it('should end with 2 for names nobody knows', async () => {
    const { call } = await setUp()

    expect(await call({ args: ['run', 'nobody'] })).toMatchObject({
      code: 2,
      errors: 'There is no provider "nobody" (known: test).\n',
    })
    expect(await call({ args: ['run', 'test', 'nothing'] })).toMatchObject({ code: 2 })
    expect(await call({ args: [...RUN, '--mode', 'live'] })).toMatchObject({ code: 2 })
    expect(await call({ args: [...RUN, '--connection', 'x'] })).toMatchObject({ code: 2 })
  })
})

describe('payload sync cancel and retry', () => {
  it('should cancel a queued run, and refuse to do it twice', async () => {
    const { call } = await setUp()
    await call({ args: RUN })

    expect(await call({ args: ['cancel', '1'] })).toMatchObject({
      code: 0,
      lines: ['Run 1: Test provider · Matches · Full, cancelled'],
    })
    expect(await call({ args: ['cancel', '1'] })).toMatchObject({
      code: 1,
      errors: 'Run 1 has ended already (cancelled).\n',
    })
  })

  it('should retry a cancelled run and wait for it', async () => {
    const { call } = await setUp()
    await call({ args: RUN })
    await call({ args: ['cancel', '1'] })

    const { code, lines } = await call({ args: ['retry', '1', '--wait', '--json'] })

    expect(code).toBe(0)
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ id: 1, status: 'completed' })
    expect(await call({ args: ['retry', '1'] })).toMatchObject({ code: 1 })
  })

  it('should say that there is no such run', async () => {
    const { call } = await setUp()

    for (const command of ['cancel', 'retry']) {
      expect(await call({ args: [command, '4711'] })).toMatchObject({
        code: 2,
        errors: 'There is no run "4711".\n',
        output: '',
      })
    }
  })
})
