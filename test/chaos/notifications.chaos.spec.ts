import { expect, it } from 'vitest'

import type { Received } from '../notifications/createReceiver.js'

import { toCount } from '../long/toCount.js'
import { createReceiver } from '../notifications/createReceiver.js'
import { waitFor } from '../project/waitFor.js'
import { createChaosTest } from './project/createChaosTest.js'
import { toGames } from './project/toGames.js'

/** Where a process dies that has committed a failure, and has not heard that it was taken. */
const MOMENTS = ['before it hands it on', 'while it is sent', 'before it is answered'] as const

const KILLS = toCount({ long: 50, short: 3 })

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

const toRunId = ({ body }: Received): number =>
  Number((body.data.events[0]!.message as { url: string }).url.split('/').at(-1))

it(`should tell each failure once, and twice at most, when whoever tells it dies (${KILLS} kills)`, async () => {
  const receiver = await createReceiver()
  const hook = { secret: SECRET, url: receiver.url }
  const { provider, queue, startWorker, waitForStatus } = await createChaosTest({
    options: { hook, retries: 0, worker: { stallLimitMs: 2000 } },
    records: toGames({ count: 1, score: 1 }),
  })
  provider.behave(() => ({ body: { error: 'It is out of order.' } }))
  /** By run, the moment in which whoever tells it first is to die. */
  const dying = new Map<number, (typeof MOMENTS)[number]>()
  const isSigned: boolean[] = []
  receiver.meet((message) => {
    // At once: a signature is good for some minutes only.
    isSigned.push(receiver.verify({ message, secret: SECRET }))
    const runId = toRunId(message)
    const moment = dying.get(runId)
    if (moment === undefined) {
      return true
    }
    dying.delete(runId)
    process.kill(Number(message.headers['x-worker']), 'SIGKILL')
    return moment === 'before it is answered'
  })

  const runIds: number[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const moment = MOMENTS[kill % MOMENTS.length]!
    const isEarly = moment === 'before it hands it on'
    const deadlyAfter = runIds.at(-1) ?? 0
    const victim = startWorker(isEarly ? { hook: { ...hook, deadlyAfter } } : {})
    await victim.ready
    const run = await queue()
    runIds.push(Number(run.id))
    if (!isEarly) {
      dying.set(Number(run.id), moment)
    }
    expect(await victim.exited).toMatchObject({ signal: 'SIGKILL' })
    expect((await waitForStatus(run.id, 'failed')).status).toBe('failed')
  }
  const survivor = startWorker()
  await survivor.ready
  await waitFor({
    event: 'every failure to be told',
    look: () => new Set(receiver.received.map(toRunId)).size === KILLS,
  })
  // One that dies before it hears the answer cannot know that it was taken; all others are told once.
  const isLast = (index: number): boolean => MOMENTS[index % MOMENTS.length] === MOMENTS[2]
  await waitFor({
    event: 'those to be told again that nobody knows of',
    look: () =>
      runIds.every(
        (id, index) => !isLast(index) || countOf({ id, received: receiver.received }) === 2,
      ),
  })
  expect(runIds.map((id) => countOf({ id, received: receiver.received }))).toEqual(
    runIds.map((_id, index) => (isLast(index) ? 2 : 1)),
  )
  expect(isSigned).not.toContain(false)
  // What is told again has the id by which its receiver knows it.
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(KILLS)
})

type CountOfArgs = { id: number; received: readonly Received[] }

const countOf = ({ id, received }: CountOfArgs): number =>
  received.filter((message) => toRunId(message) === id).length
