import type { TypedUser } from 'payload'

import { createLocalReq } from 'payload'
import { getSync } from 'payload-plugin-sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AccountsTest } from './createAccountsTest.js'

import { getSync as readSync } from '../../src/sync/engine/Sync.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { claimRun } from '../../src/sync/store/runs/claim/claimRun.js'
import { listKnownWork } from '../../src/sync/store/runs/knownWork.js'
import { testSlugs } from '../project/testSlugs.js'
import { createAccountsTest } from './createAccountsTest.js'

let test: AccountsTest
let anna: string
let bert: string
let ofAnna: { id: number; name: string }
let ofBert: { id: number; name: string }

beforeAll(async () => {
  test = await createAccountsTest({
    options: {
      // Nobody manages schedules; people have connections all the same.
      access: { manage: ({ req }) => req.user?.email === 'chief@example.com' },
      scheduler: { perOwner: 3, proposed: false },
      worker: { overall: 3, perOwner: 2 },
    },
  })
  anna = await test.signIn('anna')
  bert = await test.signIn('bert')
  for (const user of ['anna', 'bert', 'cora', 'dora']) {
    test.people.set(user, { clubs: { [user]: user } })
  }
  ofAnna = await test.connect({ token: anna, user: 'anna' })
  ofBert = await test.connect({ token: bert, user: 'bert' })
})

afterAll(() => test.close())

const toReq = async (email: string) => {
  const { docs } = await test.payload.find({
    collection: 'users',
    where: { email: { equals: email } },
  })
  const user = { ...docs[0], collection: 'users' } as unknown as TypedUser
  return await createLocalReq({ user }, test.payload)
}

type Row = { id: number } & Record<string, unknown>

const findIssues = async (): Promise<Row[]> => {
  const { docs } = await test.payload.find({
    collection: testSlugs.syncIssues,
    depth: 0,
    sort: 'id',
    where: { kind: { equals: 'schedule' }, status: { equals: 'open' } },
  })
  return docs as unknown as Row[]
}

describe('schedules of one’s own connections', () => {
  it('should be made, changed, paused, run, counted and deleted from code, by whoever has the connection', async () => {
    const sync = getSync(test.payload)
    const req = await toReq('anna@example.com')
    const other = await toReq('bert@example.com')

    const schedule = await sync.createSchedule({
      connection: ofAnna.name,
      frequency: 'daily',
      hour: 3,
      mode: 'full',
      priority: 'high',
      req,
    })
    expect(schedule).toMatchObject({
      connection: ofAnna.name,
      enabled: true,
      frequency: 'daily',
      origin: 'admin',
      priority: 'high',
      provider: 'league',
      resource: null,
    })
    const { id } = schedule
    expect(await sync.schedules({ req })).toMatchObject([{ id }])
    expect(await sync.schedules({ req: other })).toEqual([])
    expect(await sync.updateSchedule({ id, hour: 5, req })).toMatchObject({
      hour: 5,
      mode: 'full',
      priority: 'high',
    })
    expect(await sync.pauseSchedule({ id, req })).toMatchObject({
      enabled: false,
      nextSlotAt: null,
    })
    expect(await sync.resumeSchedule({ id, req })).toMatchObject({ enabled: true })
    expect(await sync.runSchedule({ id, req })).toMatchObject([
      { connection: ofAnna.name, initiatedBy: { id: req.user!.id }, status: 'queued' },
    ])
    await drainSync({ payload: test.payload })
    await getAdapter(test.payload).pool.query(`update sync_logs set scheduled_schedule_id = ${id}`)
    expect(await sync.getScheduleStats({ id, req })).toMatchObject({
      lastSuccessAt: expect.stringMatching(/^\d{4}-/) as string,
      records: { created: 1 },
      runs: { completed: 1, total: 1 },
      schedule: { id },
      successRate: 1,
    })
    expect(await sync.report({ req })).toMatchObject({
      connections: [{ connection: ofAnna.name, label: 'Team of anna' }],
      schedules: [{ id }],
      total: { runs: { total: 1 } },
    })
    expect(await sync.report({ req: other })).toMatchObject({
      connections: [],
      total: { runs: { total: 0 } },
    })

    for (const refused of [
      () => sync.updateSchedule({ id, hour: 1, req: other }),
      () => sync.deleteSchedule({ id, req: other }),
      () => sync.pauseSchedule({ id, req: other }),
      () => sync.runSchedule({ id, req: other }),
      () => sync.getScheduleStats({ id, req: other }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'UNKNOWN_SCHEDULE' })
    }
    // By the id of its row as well, and nobody else's.
    const asked = { frequency: 'weekly', mode: 'full', req: other } as const
    await expect(sync.createSchedule({ ...asked, connection: ofAnna.id })).rejects.toMatchObject({
      code: 'UNKNOWN_CONNECTION',
    })
    const own = await sync.createSchedule({ ...asked, connection: ofBert.id })
    expect(own).toMatchObject({ connection: ofBert.name })
    await sync.deleteSchedule({ id: own.id, req: other })
    await sync.deleteSchedule({ id, req })
    expect(await sync.schedules()).toEqual([])
  })

  it('should be made by REST for one’s own, and for nothing else', async () => {
    const post = (connection: string | undefined) =>
      test.ask({
        body: { connection, frequency: 'daily', hour: 2, mode: 'full', provider: 'league' },
        method: 'POST',
        path: `/${testSlugs.syncSchedules}`,
        token: anna,
      })

    const { body, status } = await post(ofAnna.name)
    expect(status).toBe(201)
    expect((await post(ofBert.name)).status).toBe(403)
    expect((await post('default')).status).toBe(403)
    expect((await post(undefined)).status).toBe(403)
    const { id } = body.doc as { id: number }
    const patch = (data: unknown, token: string) =>
      test.ask({ body: data, method: 'PATCH', path: `/${testSlugs.syncSchedules}/${id}`, token })
    expect((await patch({ connection: ofBert.name }, anna)).status).toBe(403)
    expect((await patch({ enabled: false }, bert)).status).toBe(403)
    expect((await patch({ enabled: false }, anna)).status).toBe(200)
    const run = await test.ask({
      method: 'POST',
      path: `/sync/schedules/${id}/run`,
      token: anna,
    })
    expect(run).toMatchObject({ body: { runs: [{ connection: ofAnna.name }] }, status: 202 })
    await drainSync({ payload: test.payload })
    const gone = await test.ask({
      method: 'DELETE',
      path: `/${testSlugs.syncSchedules}/${id}`,
      token: anna,
    })
    expect(gone.status).toBe(200)
  })

  it('should be checked, and what speaks against them be an issue until nothing does', async () => {
    const sync = getSync(test.payload)
    const asked = { connection: ofAnna.name, frequency: 'daily', mode: 'full' } as const
    const first = await sync.createSchedule({ ...asked, hour: 4 })
    await expect(sync.createSchedule({ ...asked, hour: 4 })).rejects.toThrow()
    const [refused] = await findIssues()
    expect(await findIssues()).toMatchObject([
      {
        connection: ofAnna.name,
        details: { kind: 'duplicate' },
        documentId: null,
        externalId: null,
        message: expect.stringContaining('at the same times') as string,
        provider: 'league',
      },
    ])
    // It is theirs alone, and closed by hand.
    const req = await toReq('bert@example.com')
    await expect(sync.resolveIssue({ id: refused!.id, req })).rejects.toMatchObject({
      code: 'UNKNOWN_ISSUE',
    })
    await sync.resolveIssue({ id: refused!.id, req: await toReq('anna@example.com') })
    expect(await findIssues()).toEqual([])

    // Runs take longer than the time between two slots, and it is told of the schedule itself.
    const { pool } = getAdapter(test.payload)
    await pool.query(`update sync_logs set started_at = finished_at - interval '3 hours'
      where connection = '${ofAnna.name}'`)
    const hourly = await sync.createSchedule({ ...asked, cron: '20 * * * *', frequency: 'cron' })
    const kinds = async () =>
      (await findIssues()).map(({ details, documentId }) => [
        documentId,
        (details as { kind: string }).kind,
      ])
    expect(await kinds()).toContainEqual([String(hourly.id), 'overlap'])
    await sync.updateSchedule({ id: hourly.id, cron: '20 9 * * *' })
    expect(await kinds()).not.toContainEqual([String(hourly.id), 'overlap'])
    await sync.deleteSchedule({ id: hourly.id })
    await sync.deleteSchedule({ id: first.id })
    expect(await findIssues()).toEqual([])
  })

  it('should be no more than the options let an owner have, also when they are made at once', async () => {
    const second = await test.connect({ data: { label: 'Second' }, token: anna, user: 'anna' })
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, hour) =>
        test.ask({
          body: {
            connection: hour % 2 === 0 ? ofAnna.name : second.name,
            frequency: 'daily',
            hour,
            mode: 'full',
            provider: 'league',
          },
          method: 'POST',
          path: `/${testSlugs.syncSchedules}`,
          token: anna,
        }),
      ),
    )

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(answers.find(({ status }) => status === 400)!.text).toContain('already has 3 schedules')
    expect(
      await test.ask({
        body: { connection: ofBert.name, frequency: 'daily', mode: 'full', provider: 'league' },
        method: 'POST',
        path: `/${testSlugs.syncSchedules}`,
        token: bert,
      }),
    ).toMatchObject({ status: 201 })
  })
})

describe('schedules of a connection that is deleted', () => {
  it('should go with it, and nobody else’s', async () => {
    const sync = getSync(test.payload)
    test.people.set('eve', { clubs: { eve: 'Eve' } })
    const eve = await test.signIn('eve')
    const ofEve = await test.connect({ token: eve, user: 'eve' })
    const asked = { connection: ofEve.name, frequency: 'daily', hour: 6, mode: 'full' } as const
    await sync.createSchedule(asked)
    await expect(sync.createSchedule(asked)).rejects.toThrow()
    const others = (await sync.schedules()).filter(({ connection }) => connection !== ofEve.name)
    expect(await sync.schedules()).toHaveLength(others.length + 1)

    const { status } = await test.ask({
      method: 'DELETE',
      path: `/${testSlugs.syncConnections}/${ofEve.id}`,
      token: eve,
    })
    expect(status).toBe(200)
    expect((await sync.schedules()).map(({ id }) => id)).toEqual(others.map(({ id }) => id))
  })
})

describe('runs of one’s own connections', () => {
  it('should be at work as many at once as may be of an owner and of all, when all are taken at once', async () => {
    const { payload } = test
    const names = [ofAnna.name, ofBert.name]
    for (const label of ['third', 'fourth', 'fifth']) {
      names.push((await test.connect({ data: { label }, token: anna, user: 'anna' })).name)
    }
    for (const user of ['cora', 'dora']) {
      names.push((await test.connect({ token: await test.signIn(user), user })).name)
    }
    const runs = (
      await Promise.all(
        names.map((connection) =>
          startRun({
            connection,
            initiatedBy: null,
            mode: 'full',
            payload,
            provider: 'league',
            trigger: 'api',
          }),
        ),
      )
    ).flat()
    const sync = readSync(payload)
    const claim = (run: (typeof runs)[number]) =>
      claimRun({
        database: sync.database,
        known: listKnownWork(sync.providers),
        limits: sync.limits,
        now: new Date(),
        perConnection: 1,
        run,
      })

    // Those of anna first, who has four.
    const isOfAnna = ({ connection }: { connection: string }) =>
      ![names[1], names[5], names[6]].includes(connection)
    const own = await Promise.all(runs.filter(isOfAnna).map(claim))
    expect(own.filter((one) => one === 'full')).toHaveLength(2)
    const others = await Promise.all(runs.filter((run) => !isOfAnna(run)).map(claim))
    expect(others.filter((one) => one === 'full')).toHaveLength(2)

    // Their workers die; whoever comes next does all of them in turn.
    const { pool } = getAdapter(payload)
    await pool.query(`update sync_logs set status = 'queued', attempt = 0 where status = 'running'`)
    await drainSync({ payload })
    const { rows } = await pool.query<{ status: string }>(
      `select status from sync_logs where id = any($1)`,
      [runs.map(({ id }) => id)],
    )
    expect(rows.map(({ status }) => status)).toEqual(runs.map(() => 'completed'))
  })
})
