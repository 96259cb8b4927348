import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'

import type { NotifyArgs } from '../../src/plugin/options/notifications/NotificationOptions.js'
import type { SyncTest } from '../project/createSyncTest.js'
import type { Received } from './createReceiver.js'

import { notificationsDe } from '../../src/plugin/translations/languages/notifications/de.js'
import { notificationsFr } from '../../src/plugin/translations/languages/notifications/fr.js'
import { getSync } from '../../src/sync/engine/Sync.js'
import { dispatchNotices } from '../../src/sync/operations/notices/dispatchNotices.js'
import {
  listNotifications,
  readNotifications,
} from '../../src/sync/operations/notices/listNotifications.js'
import { testChannel } from '../../src/sync/operations/notices/testChannel.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { createMailServer } from './createMailServer.js'
import { createReceiver } from './createReceiver.js'

const toSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const LOCAL = ['127.0.0.1/32']

const toGames = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `g${index}`, name: `Game ${index}` }))

const toTypes = (received: readonly Received[]): string[] => received.map(({ body }) => body.type)

/** Lets time pass for what waits to be sent, which is counted by the time of the database. */
const moveDeliveries = async ({ payload }: SyncTest, interval: string): Promise<void> => {
  await getAdapter(payload).pool.query(
    `update sync_deliveries set due_at = due_at - $1::interval where status = 'pending'`,
    [interval],
  )
}

const findDeliveries = async ({ payload }: SyncTest) => {
  const { docs } = await payload.find({
    collection: testSlugs.syncDeliveries,
    pagination: false,
    sort: 'happenedAt',
  })
  return docs as unknown as Record<string, unknown>[]
}

const reader = { id: 1, collection: 'users' }

describe('channels', () => {
  it('should tell each what it wants to hear, once, with the reason and the next step', async () => {
    const hook = await createReceiver()
    const mail = await createMailServer()
    const [newSecret, oldSecret] = [toSecret(), toSecret()]
    const called: NotifyArgs[] = []
    const test = await createSyncTest({
      config: { email: mail.adapter, serverURL: 'https://cms.example' },
      options: {
        notifications: {
          channels: {
            hook: {
              type: 'webhook',
              allow: LOCAL,
              headers: { Authorization: 'Bearer 123456' },
              secret: [newSecret, oldSecret],
              url: hook.url,
            },
            mail: {
              type: 'email',
              events: ['run:failed', 'failures:repeated'],
              language: 'de',
              to: ['a@example.com', { address: 'b@example.com', language: 'fr' }],
            },
            pager: {
              type: 'function',
              events: ['failures:repeated', 'recovered'],
              send: (args) => {
                called.push(args)
              },
            },
          },
        },
      },
      records: toGames(2),
    })
    const { payload, provider } = test
    const reason = '<script>alert(1)</script> & "quoted"'
    provider.failWith(() => ({ body: { error: reason } }))
    const runs = [await test.sync(), await test.sync(), await test.sync()]
    expect(runs.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed'])

    expect(toTypes(hook.received)).toEqual([
      'run:failed',
      'run:failed',
      'run:failed',
      'failures:repeated',
    ])
    const [first] = hook.received
    expect(first!.body.data.events).toMatchObject([
      {
        type: 'run:failed',
        connection: 'default',
        message: {
          next: expect.stringMatching(/\w/) as string,
          title: expect.stringMatching(/: failed$/) as string,
          url: `https://cms.example/admin/collections/${testSlugs.syncLogs}/${runs[0]!.id}`,
          why: runs[0]!.error!.message,
        },
        provider: 'test',
        resource: 'games',
        severity: 'warning',
      },
    ])
    for (const message of hook.received) {
      expect(hook.verify({ message, secret: newSecret })).toBe(true)
      expect(hook.verify({ message, secret: oldSecret })).toBe(true)
      expect(hook.verify({ message, secret: toSecret() })).toBe(false)
      expect(message.headers.authorization).toBe('Bearer 123456')
    }
    expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(4)

    expect(called).toHaveLength(1)
    expect(called[0]).toMatchObject({ notifications: [{ values: { failures: 3 } }] })

    // A failure and that it was the third in a row are one mail, in the language of its reader.
    expect(mail.mails.map(({ to }) => to.join())).toEqual([
      ...['a@example.com', 'b@example.com', 'a@example.com', 'b@example.com'],
      ...['a@example.com', 'b@example.com'],
    ])
    const [german, french] = mail.mails.map(({ raw }) => decode(raw))
    expect(german).toContain(notificationsDe.events.runFailed.title.replace('{{work}}', ''))
    expect(german).toContain(notificationsDe.message.next)
    expect(french).toContain(notificationsFr.message.next)
    expect(german).toMatch(/Content-Type: text\/plain[\s\S]*Content-Type: text\/html/)
    expect(german).not.toContain('<script>')
    expect(decode(mail.mails[4]!.raw)).toContain(
      notificationsDe.events.failuresRepeated.title
        .replace('{{work}}', '')
        .replace('{{failures}}', '3'),
    )

    provider.failWith(undefined)
    await test.sync()
    expect(toTypes(hook.received).slice(4)).toEqual(['recovered'])
    expect(called).toHaveLength(2)
    await test.sync()
    expect(hook.received).toHaveLength(5)

    // What was sent and answered is written down.
    const log = await findDeliveries(test)
    expect(log.filter(({ channel }) => channel === 'hook')).toMatchObject(
      Array(5).fill({ answerStatus: 204, attempts: 1, status: 'delivered' }),
    )
    expect(JSON.stringify(log)).not.toContain(newSecret)

    const bell = await listNotifications({ payload, reader, sight: 'all' })
    expect(bell.unread).toBe(4)
    expect(bell.docs.map(({ notices }) => notices.map(({ name }) => name).join())).toEqual([
      'recovered',
      'failures:repeated,run:failed',
      'run:failed',
      'run:failed',
    ])
    await readNotifications({ ids: [bell.docs[0]!.id], payload, reader, sight: 'all' })
    expect((await listNotifications({ payload, reader, sight: 'all' })).unread).toBe(3)
    await readNotifications({ payload, reader, sight: 'all' })
    expect((await listNotifications({ payload, reader, sight: 'all' })).unread).toBe(0)
    const other = { ...reader, id: 2 }
    expect((await listNotifications({ payload, reader: other, sight: 'all' })).unread).toBe(4)
  })

  it('should be told in order, each once, when they were out of order for an hour', async () => {
    const hook = await createReceiver()
    const test = await createSyncTest({
      options: {
        notifications: {
          channels: {
            hook: {
              type: 'webhook',
              allow: LOCAL,
              events: ['run:failed'],
              secret: toSecret(),
              url: hook.url,
            },
          },
        },
      },
      records: toGames(1),
    })
    hook.answerWith({ body: 'Busy <b>here</b>', headers: { 'retry-after': '30' }, status: 503 })
    test.provider.failWith(() => ({ body: { error: 'It is out of order.' } }))
    const runs = [await test.sync(), await test.sync(), await test.sync(), await test.sync()]
    // The first is tried, and the others wait behind it.
    expect(hook.received).toHaveLength(1)
    expect(await findDeliveries(test)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          answer: 'Busy <b>here</b>',
          answerStatus: 503,
          attempts: 1,
          channel: 'hook',
          status: 'pending',
        }),
      ]) as object[],
    )
    for (const attempt of [2, 3, 4]) {
      await moveDeliveries(test, '15 minutes')
      await drainSync({ payload: test.payload })
      expect(hook.received).toHaveLength(attempt)
    }
    expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)

    hook.answerWith({ status: 200 })
    hook.received.length = 0
    await moveDeliveries(test, '15 minutes')
    await drainSync({ payload: test.payload })
    expect(hook.received.map(({ body }) => toRunId(body))).toEqual(runs.map(({ id }) => String(id)))
    await moveDeliveries(test, '1 day')
    await drainSync({ payload: test.payload })
    expect(hook.received).toHaveLength(4)
  })

  it('should hold up nothing else when one message is refused, and end where nobody is any more', async () => {
    const hook = await createReceiver()
    const test = await createSyncTest({
      options: {
        notifications: {
          admin: false,
          channels: {
            hook: {
              type: 'webhook',
              allow: LOCAL,
              events: ['run:failed'],
              secret: toSecret(),
              url: hook.url,
            },
          },
        },
      },
      records: toGames(1),
    })
    test.provider.failWith(() => ({ body: { error: 'It is out of order.' } }))
    hook.answerWith({ status: 400 })
    await test.sync()
    hook.answerWith({ status: 200 })
    await test.sync()
    expect(hook.received).toHaveLength(2)
    expect((await findDeliveries(test)).map(({ status }) => status)).toEqual([
      'pending',
      'delivered',
    ])
    hook.answerWith({ status: 410 })
    await moveDeliveries(test, '1 hour')
    await drainSync({ payload: test.payload })
    expect((await findDeliveries(test)).map(({ status }) => status)).toEqual([
      'failed',
      'delivered',
    ])
    expect(await listNotifications({ payload: test.payload, reader, sight: 'all' })).toEqual({
      docs: [],
      unread: 0,
    })

    // A test is sent at once, once, and its answer is shown; what is refused is so by its address.
    const { payload } = test
    expect(await testChannel({ channel: 'hook', payload })).toMatchObject({ status: 410 })
    hook.answerWith({ body: 'fine', status: 200 })
    expect(await testChannel({ channel: 'hook', payload })).toEqual({
      body: 'fine',
      error: null,
      status: 200,
    })
    expect(hook.received.at(-1)!.body.data.events).toMatchObject([{ isTest: true }])
    await expect(testChannel({ channel: 'nobody', payload })).rejects.toThrow(/no channel "nobody"/)
    expect((await findDeliveries(test)).map(({ status }) => status).toSorted()).toEqual([
      'delivered',
      'delivered',
      'failed',
      'failed',
    ])
  })

  it('should tell 300 records that are invalid in one message, and no more when they stay so', async () => {
    const hook = await createReceiver()
    const test = await createSyncTest({
      options: {
        batchSize: 50,
        notifications: {
          channels: {
            hook: { type: 'webhook', allow: LOCAL, secret: toSecret(), url: hook.url },
          },
        },
      },
      provider: { pageSize: 50 },
      records: Array.from({ length: 310 }, (_, index) =>
        index < 300 ? { id: `g${index}`, name: index } : { id: `g${index}`, name: 'Fine' },
      ),
    })
    expect(await test.sync()).toMatchObject({ counts: { invalid: 300 }, status: 'partial' })
    const about = (type: string) =>
      hook.received.filter(({ body }) => body.type === type).flatMap(({ body }) => body.data.events)
    expect(toTypes(hook.received).toSorted()).toEqual([
      'errors:high',
      'issue:opened',
      'run:partial',
    ])
    const counts = about('issue:opened').map(({ count }) => Number(count))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300)
    const bell = await listNotifications({ payload: test.payload, reader, sight: 'all' })
    expect(bell.docs).toHaveLength(1)
    expect(bell.docs[0]!.notices).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ name: 'issue:opened', count: 300 }),
        expect.objectContaining({ name: 'errors:high' }),
      ]) as object[],
    )
    hook.received.length = 0
    await test.sync()
    expect(about('issue:opened')).toEqual([])
  })

  it('should wait for the end of quiet hours, unless it is critical, and heed filters', async () => {
    const hour = (offset: number) =>
      `${new Date(Date.now() + offset * 3_600_000).toISOString().slice(11, 13)}:00`
    const quiet: string[] = []
    const filtered: string[] = []
    const listenTo = (list: string[]) => ({
      type: 'function' as const,
      send: ({ notifications }: NotifyArgs) => {
        list.push(...notifications.map(({ name }) => name))
      },
    })
    const test = await createSyncTest({
      options: {
        notifications: {
          admin: false,
          channels: {
            filtered: {
              ...listenTo(filtered),
              events: 'all',
              filter: ({ notification }) => notification.name !== 'run:failed',
              minSeverity: 'warning',
              providers: ['test'],
            },
            other: { ...listenTo(filtered), events: 'all', providers: ['another'] },
            quiet: { ...listenTo(quiet), failures: 2, quietHours: { from: hour(-2), to: hour(3) } },
          },
        },
      },
      records: toGames(1),
    })
    test.provider.failWith(() => ({ body: { error: 'It is out of order.' } }))
    await test.sync()
    expect(quiet).toEqual([])
    await test.sync()
    // The second failure comes with what is critical.
    expect(quiet).toEqual(['run:failed', 'failures:repeated'].slice(1))
    await moveDeliveries(test, '4 hours')
    await drainSync({ payload: test.payload })
    expect(quiet).toEqual(['failures:repeated', 'run:failed', 'run:failed'])
    await test.sync()
    expect(filtered).toEqual(['failures:repeated'])
  })

  it('should be handed a notice once, by however many processes at once', async () => {
    const told: string[] = []
    const test = await createSyncTest({
      options: {
        notifications: {
          channels: {
            own: { type: 'function', send: ({ id }) => void told.push(id) },
          },
        },
      },
    })
    const { payload } = test
    const cause = 'run:failed/run:1/1'
    const notice = {
      name: 'run:failed' as const,
      at: new Date().toISOString(),
      cause,
      connection: null,
      count: 1,
      group: 'run:1',
      isRestricted: false,
      link: { id: 1, of: 'run' as const },
      provider: 'test',
      resource: 'games',
      severity: 'warning' as const,
      values: { provider: 'Test', reason: 'No.', resource: 'games' },
    }
    const title = () => 'Failed'
    await Promise.all(
      Array.from({ length: 5 }, () => dispatchNotices({ notices: [notice], payload, title })),
    )
    await drainSync({ payload })
    await drainSync({ payload })
    expect(told).toHaveLength(1)
    const { docs } = await listNotifications({ payload, reader, sight: 'all' })
    expect(docs.map(({ notices }) => notices.map(({ count }) => count))).toEqual([[1]])
    expect(getSync(payload).notices.channels.size).toBe(2)
  })
})

const toRunId = ({ data }: Received['body']): string =>
  String((data.events[0]!.message as { url: string }).url.split('/').at(-1))

/** A mail as its reader sees it, near enough: its parts without the encoding of the wire. */
const decode = (raw: string): string =>
  Buffer.from(
    raw
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_match, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      ),
    'latin1',
  ).toString('utf8')
