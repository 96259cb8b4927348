import { describe, expect, it } from 'vitest'

import type { Run } from '../../run/Run.js'
import type { LaneLoad } from '../../store/health/measures/countWaiting.js'
import type { ProviderStatus, ResourceStatus } from '../status/SyncStatus.js'

import { NO_COUNTS } from '../../run/Run.js'
import { judgeHealth } from './judgeHealth.js'

const NOW = new Date('2025-04-01T12:00:00.000Z')

const IDLE: LaneLoad = { lane: 'bulk', overdue: 0, running: 0, silent: 0 }

const toRun = (run: Partial<Run>): Run =>
  ({ counts: NO_COUNTS, error: null, status: 'completed', ...run }) satisfies Partial<Run> as Run

const toFailed = (code: string, run: Partial<Run> = {}): Run =>
  toRun({ error: { code, message: `Because of ${code}.` }, status: 'failed', ...run })

const toResource = (resource: Partial<ResourceStatus> = {}): ResourceStatus => ({
  name: 'matches',
  activeRun: null,
  canRefresh: false,
  collection: 'matches',
  consecutiveFailures: 0,
  lastRun: toRun({}),
  lastSuccessAt: NOW.toISOString(),
  modes: ['full'],
  openIssues: 0,
  recordsWithIssues: 0,
  references: [],
  stored: 1000,
  waitsFor: null,
  ...resource,
})

const toProvider = (provider: Partial<ProviderStatus> = {}): ProviderStatus => ({
  name: 'test',
  breaker: { reason: null, state: 'closed', until: null },
  isReady: true,
  label: 'Test',
  problems: [],
  quotas: [],
  resources: [toResource()],
  ...provider,
})

const judge = (provider: Partial<ProviderStatus>, lanes: LaneLoad[] = [IDLE]) =>
  judgeHealth({ lanes, now: NOW, overdue: 0, providers: [toProvider(provider)] })

const judgeResource = (resource: Partial<ResourceStatus>) =>
  judge({ resources: [toResource(resource)] })

it('should be healthy when nothing is wrong, also before anything ran', () => {
  expect(judge({})).toEqual({ level: 'HEALTHY', reasons: [] })
  expect(judgeResource({ lastRun: null, lastSuccessAt: null })).toMatchObject({ level: 'HEALTHY' })
})

it.each([
  ['CREDENTIALS_REFUSED', 'CREDENTIALS_REFUSED', 'CRITICAL'],
  ['ACCESS_DENIED', 'CREDENTIALS_REFUSED', 'CRITICAL'],
  ['RATE_LIMITED', 'QUOTA_SPENT', 'WARNING'],
  ['PROVIDER_UNAVAILABLE', 'PROVIDER_DOWN', 'WARNING'],
  ['UNEXPECTED', 'FAILING', 'WARNING'],
])('should call a run that failed with %s %s', (error, code, level) => {
  expect(judgeResource({ consecutiveFailures: 1, lastRun: toFailed(error) })).toEqual({
    level,
    reasons: [
      {
        code,
        level,
        provider: 'test',
        resources: ['matches'],
        values: { failures: 1, provider: 'Test', reason: `Because of ${error}.` },
      },
    ],
  })
})

it('should be critical when the same fails again and again', () => {
  const lastRun = toFailed('UNEXPECTED')

  expect(judgeResource({ consecutiveFailures: 3, lastRun })).toMatchObject({ level: 'CRITICAL' })
})

it('should say what holds up a run that is at work, not what its forerunner met', () => {
  const activeRun = toFailed('PROVIDER_UNAVAILABLE', { status: 'running' })
  const lastRun = toFailed('UNEXPECTED')

  expect(judgeResource({ activeRun, lastRun }).reasons).toMatchObject([{ code: 'PROVIDER_DOWN' }])
})

it('should take what waits for another resource for no failure of its own', () => {
  const lastRun = toFailed('UNEXPECTED')

  expect(
    judge({
      resources: [
        toResource({ name: 'teams', lastRun }),
        toResource({ consecutiveFailures: 9, lastRun, waitsFor: 'teams' }),
      ],
    }),
  ).toMatchObject({ level: 'WARNING', reasons: [{ code: 'FAILING', resources: ['teams'] }] })
})

it('should name a run that did not read everything', () => {
  const lastRun = toFailed('NOT_FOUND', { status: 'partial' })

  expect(judgeResource({ lastRun }).reasons).toMatchObject([{ code: 'INCOMPLETE' }])
})

it('should tell one cause of many resources once, with all of them', () => {
  const lastRun = toFailed('CREDENTIALS_REFUSED')
  const resources = [toResource({ lastRun }), toResource({ name: 'teams', lastRun })]

  expect(judge({ resources }).reasons).toMatchObject([{ resources: ['matches', 'teams'] }])
})

it('should speak of issues only when they are many', () => {
  expect(judgeResource({ recordsWithIssues: 20, stored: 1000 })).toMatchObject({ level: 'HEALTHY' })
  expect(judgeResource({ recordsWithIssues: 21, stored: 1000 }).reasons).toMatchObject([
    { code: 'MANY_ISSUES', values: { issues: 21 } },
  ])
  expect(judgeResource({ recordsWithIssues: 10, stored: 10 })).toMatchObject({ level: 'HEALTHY' })
})

it('should call stale what is out of date, and nothing that was not promised', () => {
  expect(judgeResource({ freshUntil: '2025-04-01T11:59:59.000Z' }).reasons).toMatchObject([
    { code: 'STALE' },
  ])
  expect(judgeResource({ freshUntil: '2025-04-01T12:00:01.000Z' })).toMatchObject({
    level: 'HEALTHY',
  })
})

describe('workers', () => {
  it('should be missed when runs wait and nothing runs', () => {
    expect(judge({}, [{ ...IDLE, overdue: 2 }]).reasons).toMatchObject([
      { code: 'NO_WORKER', level: 'CRITICAL', values: { lane: 'bulk', runs: 2 } },
    ])
    expect(judge({}, [{ ...IDLE, overdue: 2, running: 1 }])).toMatchObject({ level: 'HEALTHY' })
  })

  it('should be named when one has gone silent', () => {
    expect(judge({}, [{ ...IDLE, running: 1, silent: 1 }]).reasons).toMatchObject([
      { code: 'WORKER_SILENT', level: 'WARNING' },
    ])
  })
})

describe('a provider', () => {
  it('should be critical without its credentials, problem by problem', () => {
    const problems = ['Set TOKEN.', 'Set URL.']

    expect(judge({ isReady: false, problems }).reasons).toMatchObject([
      { code: 'NOT_CONFIGURED', level: 'CRITICAL', values: { reason: 'Set TOKEN.' } },
      { code: 'NOT_CONFIGURED', level: 'CRITICAL', values: { reason: 'Set URL.' } },
    ])
  })

  it('should be warned of when one of its connections lacks something', () => {
    expect(judge({ problems: ['north: Set TOKEN.'] }).reasons).toMatchObject([
      { code: 'NOT_CONFIGURED', level: 'WARNING', values: { reason: 'north: Set TOKEN.' } },
    ])
  })

  it('should be critical while its breaker holds requests back', () => {
    const open = { reason: 'Five failures.', state: 'open', until: null } as const

    expect(judge({ breaker: open }).reasons).toMatchObject([
      { code: 'BREAKER_OPEN', values: { reason: 'Five failures.' } },
    ])
    expect(judge({})).toMatchObject({ level: 'HEALTHY' })
  })

  it('should be warned of when its quota is nearly or wholly used up, and not after the reset', () => {
    const quota = {
      name: 'day',
      limit: 100,
      remaining: 9,
      resetsAt: '2025-04-02T00:00:00.000Z',
      usedUpAt: null,
    }

    expect(judge({ quotas: [quota] }).reasons).toMatchObject([{ code: 'QUOTA_LOW' }])
    expect(judge({ quotas: [{ ...quota, remaining: 0 }] }).reasons).toMatchObject([
      { code: 'QUOTA_SPENT' },
    ])
    expect(judge({ quotas: [{ ...quota, remaining: 10 }] })).toMatchObject({ level: 'HEALTHY' })
    expect(judge({ quotas: [{ ...quota, resetsAt: '2025-04-01T00:00:00.000Z' }] })).toMatchObject({
      level: 'HEALTHY',
    })
  })
})

it('should put the worst first', () => {
  const lastRun = toFailed('UNEXPECTED')
  const health = judge({ resources: [toResource({ lastRun })] }, [{ ...IDLE, overdue: 1 }])

  expect(health.level).toBe('CRITICAL')
  expect(health.reasons.map(({ code }) => code)).toEqual(['NO_WORKER', 'FAILING'])
})

it('should be critical when schedules are due and no process fires them', () => {
  const health = judgeHealth({ lanes: [IDLE], now: NOW, overdue: 2, providers: [toProvider()] })

  expect(health).toMatchObject({
    level: 'CRITICAL',
    reasons: [{ code: 'NO_CLOCK', values: { schedules: 2 } }],
  })
})

it('should be critical when this process has no database connection left', () => {
  const health = judgeHealth({
    exhausted: 10,
    lanes: [IDLE],
    now: NOW,
    overdue: 0,
    providers: [toProvider()],
  })

  expect(health).toMatchObject({
    level: 'CRITICAL',
    reasons: [{ code: 'POOL_EXHAUSTED', values: { connections: 10 } }],
  })
})

it('should say that a cache is skipped', () => {
  const health = judgeHealth({
    cacheFailed: true,
    lanes: [IDLE],
    now: NOW,
    overdue: 0,
    providers: [toProvider()],
  })

  expect(health).toEqual({
    level: 'WARNING',
    reasons: [
      { code: 'CACHE_SKIPPED', level: 'WARNING', provider: null, resources: [], values: {} },
    ],
  })
})

it('should name each connection with which nothing is asked, and why', () => {
  const stopped = [
    { connection: 'a', label: 'Tigers', provider: 'test', reason: 'No.', status: 'deactivated' },
    { connection: 'b', label: 'Bears', provider: 'test', reason: 'Wrong.', status: 'refused' },
    { connection: 'c', label: 'Owls', provider: 'another', reason: 'No.', status: 'refused' },
  ] as const

  expect(
    judgeHealth({ lanes: [IDLE], now: NOW, overdue: 0, providers: [toProvider()], stopped }),
  ).toEqual({
    level: 'WARNING',
    reasons: [
      {
        code: 'CONNECTION_DEACTIVATED',
        level: 'WARNING',
        provider: 'test',
        resources: [],
        values: { connection: 'Tigers', provider: 'Test', reason: 'No.' },
      },
      {
        code: 'CONNECTION_REFUSED',
        level: 'WARNING',
        provider: 'test',
        resources: [],
        values: { connection: 'Bears', provider: 'Test', reason: 'Wrong.' },
      },
    ],
  })
})

it('should warn of a consent that ends, and say when it has ended', () => {
  const of = { connection: 'a', label: 'Mine', provider: 'test' }
  const ending = [
    { ...of, endsAt: '2025-04-20T10:00:00.000Z' },
    { ...of, endsAt: '2025-03-20T10:00:00.000Z' },
    { ...of, endsAt: '2025-04-20T10:00:00.000Z', provider: 'another' },
  ]

  expect(
    judgeHealth({ ending, lanes: [IDLE], now: NOW, overdue: 0, providers: [toProvider()] }).reasons,
  ).toMatchObject([
    { code: 'CONSENT_ENDS', values: { connection: 'Mine', date: '2025-04-20', provider: 'Test' } },
    { code: 'CONSENT_ENDED', values: { date: '2025-03-20' } },
  ])
})
