import { readFileSync } from 'node:fs'
import parse from 'parse-prometheus-text-format'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'

import type { HealthTest } from './createHealthTest.js'

import { METRICS } from '../../src/sync/operations/metrics/METRICS.js'
import { createHealthTest, HEALTH_SECRET } from './createHealthTest.js'
import { PROVOCATIONS } from './provocations.js'
import { readSelectors } from './readSelectors.js'

type Line = {
  buckets?: Record<string, string>
  count?: string
  labels?: Record<string, string>
  sum?: string
  value?: string
}

type Family = { help: string; metrics: Line[]; name: string; type: string }

let test: HealthTest

beforeAll(async () => {
  test = await createHealthTest()
})

afterAll(() => test.close())

beforeEach(() => test.reset())

const scrape = async (): Promise<{ families: Map<string, Family>; text: string }> => {
  const { body, headers, status } = await test.ask({
    headers: { Authorization: `Bearer ${HEALTH_SECRET}` },
    path: '/sync/metrics',
    token: null,
  })
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = body as string
  const families = parse(text) as Family[]
  return { families: new Map(families.map((family) => [family.name, family])), text }
}

type ReadArgs = { families: Map<string, Family>; labels?: Record<string, string>; name: string }

const read = ({ name, families, labels = {} }: ReadArgs): Line | undefined =>
  families
    .get(name)
    ?.metrics.find((line) =>
      Object.entries(labels).every(([label, value]) => line.labels?.[label] === value),
    )

it('should tell what runs came to, also when their logs are gone and when one is retried', async () => {
  const before = (await scrape()).families
  const runs = 'payload_sync_cluster_runs_total'
  const completed = { mode: 'full', provider: 'test', resource: 'games', status: 'completed' }
  const valueOf = (families: Map<string, Family>, name: string, labels: Record<string, string>) =>
    Number(read({ name, families, labels })?.value ?? 0)

  let requests = 0
  for (let turn = 0; turn < 2; turn += 1) {
    await test.sync()
    const { rows } = await test.pool.query<{ requests: string }>('select requests from sync_logs')
    requests += Number(rows[0]?.requests)
    await test.query('delete from sync_logs')
  }

  const { families, text } = await scrape()
  expect(valueOf(families, runs, completed) - valueOf(before, runs, completed)).toBe(2)
  const records = 'payload_sync_cluster_records_total'
  const created = { outcome: 'created', provider: 'test', resource: 'games' }
  expect(valueOf(families, records, created)).toBe(1)
  expect(valueOf(families, records, { ...created, outcome: 'unchanged' })).toBe(1)
  expect(
    valueOf(families, 'payload_sync_cluster_requests_total', {
      provider: 'test',
      resource: 'games',
    }),
  ).toBe(requests)
  expect(requests).toBeGreaterThan(0)
  const lines = text.split('\n')
  const duration = 'payload_sync_cluster_run_duration_seconds'
  const order = 'provider="test",resource="games",mode="full"'
  for (const line of [
    `${duration}_bucket{${order},le="14400"} 2`,
    `${duration}_bucket{${order},le="+Inf"} 2`,
    `${duration}_count{${order}} 2`,
  ]) {
    expect(lines).toContain(line)
  }
  expect(
    read({
      name: 'payload_sync_process_requests_total',
      families,
      labels: { provider: 'test', status: '200' },
    }),
  ).toBeDefined()
  expect(text).toMatch(
    /^payload_sync_process_batch_duration_seconds_count\{provider="test",resource="games"\} [1-9]/m,
  )
  expect(read({ name: 'payload_sync_process_scheduler_up', families })?.value).toBe('0')
})

it('should cost the same number of statements whatever runs, and be read by a parser', async () => {
  const idle = await test.countStatements(scrape)

  await test.query(
    `insert into sync_logs (provider, resource, connection, mode, lane, status, trigger, started_at,
       heartbeat_at, queued_at, created_at, updated_at)
     select 'test', (array['games', 'clubs'])[1 + n % 2], 'default', 'full',
       (case n % 2 when 0 then 'live' else 'bulk' end)::enum_sync_logs_lane, 'running', 'api', now(),
       now(), now(), now(), now()
     from generate_series(1, 10) as n`,
  )
  await PROVOCATIONS.MANY_ISSUES.begin(test)
  await PROVOCATIONS.QUOTA_LOW.begin(test)
  await PROVOCATIONS.BREAKER_OPEN.begin(test)
  const busy = await test.countStatements(scrape)

  expect(busy.statements).toBe(idle.statements)
  expect(busy.statements).toBe(9)
  const { families, text } = busy.result
  for (const lane of ['live', 'bulk']) {
    const labels = { lane, state: 'running' }
    expect(read({ name: 'payload_sync_cluster_queue_runs', families, labels })?.value).toBe('5')
  }
  const issues = { kind: 'invalid', provider: 'test', resource: 'games' }
  expect(read({ name: 'payload_sync_cluster_open_issues', families, labels: issues })?.value).toBe(
    '11',
  )
  const quota = { provider: 'test', quota: 'day' }
  expect(
    read({ name: 'payload_sync_cluster_quota_remaining_requests', families, labels: quota })?.value,
  ).toBe('5')
  const open = { provider: 'test', state: 'open' }
  expect(read({ name: 'payload_sync_cluster_breaker_state', families, labels: open })?.value).toBe(
    '1',
  )
  expect(families.has('process_cpu_seconds_total')).toBe(true)
  expect(families.has('nodejs_eventloop_lag_seconds')).toBe(true)
  // Nothing that grows with what is stored, and no connection by name.
  const own = text.split('\n').filter((line) => line.startsWith('payload_sync_'))
  expect(own.filter((line) => /connection="|run="|id="|"default"/i.test(line))).toEqual([])
})

it('should name and describe every metric as Prometheus wants it', async () => {
  await test.sync()
  const { families, text } = await scrape()

  for (const [name, { type, labels }] of Object.entries(METRICS)) {
    expect(name).toMatch(/^payload_sync_(?:cluster|process)_[a-z_]+$/)
    expect(name.endsWith('_total')).toBe(type === 'counter')
    expect(families.get(name)).toMatchObject({ help: METRICS[name as keyof typeof METRICS].help })
    for (const line of text.split('\n').filter((one) => one.startsWith(`${name}{`))) {
      const named = [...line.matchAll(/([a-z]\w*)="/g)].map(([, label]) => label)
      expect(named.toSorted()).toEqual([...labels].toSorted())
    }
  }
})

it('should be kept from whoever has neither the secret nor access', async () => {
  expect((await test.ask({ path: '/sync/metrics', token: null })).status).toBe(401)
  expect((await test.ask({ path: '/sync/metrics' })).status).toBe(401)
  const headers = { Authorization: 'Bearer something-else' }
  expect((await test.ask({ headers, path: '/sync/metrics', token: null })).status).toBe(401)
})

const readDoc = (name: string): string =>
  readFileSync(new URL(`../../docs/monitoring/${name}`, import.meta.url), 'utf8')

type Panel = { panels?: Panel[]; targets?: { expr: string }[]; title: string }

type Dashboard = { panels: Panel[] }

type Rules = { groups: { rules: { alert: string; annotations: unknown; expr: string }[] }[] }

/** Every expression of the sample dashboard and rules. */
const listExpressions = (): string[] => {
  const { panels } = JSON.parse(readDoc('grafana-dashboard.json')) as Dashboard
  const { groups } = parseYaml(readDoc('alert-rules.yaml')) as Rules
  const toTargets = ({ panels: inner = [], targets = [] }: Panel): string[] => [
    ...targets.map(({ expr }) => expr),
    ...inner.flatMap(toTargets),
  ]
  return [
    ...panels.flatMap(toTargets),
    ...groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
  ]
}

it('should be what the sample dashboard and rules ask for, by names and labels', async () => {
  await test.sync()
  const { families } = await scrape()
  const suffixes = /_(?:bucket|count|sum)$/

  const expressions = listExpressions()

  expect(expressions.length).toBeGreaterThan(20)
  for (const expression of expressions) {
    const selectors = readSelectors(expression)
    expect({ expression, selectors }).not.toEqual({ expression, selectors: [] })
    for (const { name, labels } of selectors) {
      const base = families.has(name) ? name : name.replace(suffixes, '')
      expect({ expression, isExposed: families.has(base) }).toEqual({ expression, isExposed: true })
      const own = METRICS[base as keyof typeof METRICS] as { labels: readonly string[] } | undefined
      const allowed = [...(own?.labels ?? []), 'le', 'instance', 'job']
      expect({ expression, unknown: labels.filter((label) => !allowed.includes(label)) }).toEqual({
        expression,
        unknown: [],
      })
    }
  }
})
