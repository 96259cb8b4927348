import type { ReadableSpan } from '@opentelemetry/sdk-trace-base'

import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { expect, it, onTestFinished, vi } from 'vitest'

import { createSyncTest } from '../project/createSyncTest.js'
import { TEST_TOKEN } from '../project/defineTestProvider.js'

const startTracing = (): InMemorySpanExporter => {
  const exporter = new InMemorySpanExporter()
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  )
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  onTestFinished(() => {
    trace.disable()
    context.disable()
  })
  return exporter
}

/** Requests for games; what a run reads is asked for first, outside of any page. */
const isOfGames = ({ name, attributes }: ReadableSpan): boolean =>
  name === 'GET' && String(attributes['url.full']).endsWith('/games')

type Line = Record<string, unknown>

const readLines = (logged: string): Line[] =>
  logged
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)

it('should trace run, page, request and batch, one inside the other, without secrets', async () => {
  const { provider, sync } = await createSyncTest({ records: [{ id: '1', name: 'A game' }] })
  const exporter = startTracing()

  const { id, attempt } = await sync()
  const spans = exporter.getFinishedSpans()
  const named = (name: string) => spans.filter((span) => span.name === name)

  const [run] = named('sync.run')
  expect(run?.attributes).toMatchObject({
    'payload_sync.attempt': attempt,
    'payload_sync.mode': 'full',
    'payload_sync.provider': 'test',
    'payload_sync.resource': 'games',
    'payload_sync.run.id': String(id),
    'payload_sync.status': 'completed',
    'payload_sync.trigger': 'api',
  })
  const runId = run!.spanContext().spanId
  const pages = named('sync.page')
  expect(pages[0]).toMatchObject({ attributes: { 'payload_sync.records': 1 } })
  expect(pages[0]?.parentSpanContext?.spanId).toBe(runId)
  expect(named('sync.batch')[0]).toMatchObject({ attributes: { 'payload_sync.records': 1 } })
  expect(named('sync.batch')[0]?.parentSpanContext?.spanId).toBe(runId)
  const request = spans.find(isOfGames)
  expect(pages.map((page) => page.spanContext().spanId)).toContain(
    request?.parentSpanContext?.spanId,
  )
  expect(request?.attributes).toMatchObject({
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'server.address': '127.0.0.1',
    'url.full': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/games$/) as string,
  })

  exporter.reset()
  provider.failWith(() => ({ body: { refusal: `No: ${TEST_TOKEN}` }, status: 401 }))
  await sync()
  const failed = exporter.getFinishedSpans()
  expect(failed.find(isOfGames)?.attributes).toMatchObject({
    'error.type': '401',
    'http.response.status_code': 401,
  })
  expect(failed.find(({ name }) => name === 'sync.page')?.attributes).toMatchObject({
    'error.type': 'CREDENTIALS_REFUSED',
  })
  expect(failed.find(({ name }) => name === 'sync.run')?.attributes).toMatchObject({
    'payload_sync.status': 'failed',
  })
  const told = [...spans, ...failed].map(({ attributes, events, status }) => ({
    attributes,
    events,
    status,
  }))
  expect(JSON.stringify(told)).not.toContain(TEST_TOKEN)
})

it('should log runs as JSON with what they are about, as loud as asked, and no secret', async () => {
  vi.stubEnv('APP_ENV', 'staging')
  vi.stubEnv('LOG_LEVEL', 'warn')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { logged, provider, sync } = await createSyncTest({
    // In a value, and in a key, of a record that is refused with its words.
    records: [
      { id: '1', name: 'A game' },
      { id: TEST_TOKEN, name: 42, [TEST_TOKEN]: TEST_TOKEN },
    ],
  })

  await sync()
  expect(readLines(logged()).filter(({ runId }) => runId !== undefined)).toEqual([])

  vi.stubEnv('DEBUG', 'other,sync:*')
  const { id, attempt } = await sync()
  const lines = readLines(logged()).filter(({ runId }) => runId === id)
  const about = { attempt, env: 'staging', provider: 'test', resource: 'games', runId: id }
  expect(lines.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['Sync started.', 'Sync went on.', 'Sync partial.']),
  )
  for (const line of lines) {
    expect(line).toMatchObject(about)
  }
  expect(lines.find(({ msg }) => msg === 'Sync went on.')).toMatchObject({
    batch: expect.any(Number) as number,
    counts: { fetched: expect.any(Number) as number },
  })
  expect(lines.filter(({ msg }) => msg === 'The provider was asked.')).toMatchObject(
    ['/scopes', '/games'].map((path) => ({
      durationMs: expect.any(Number) as number,
      level: 20,
      status: 200,
      url: expect.stringMatching(new RegExp(`^http://[^?]*${path}$`, 'u')) as string,
    })),
  )
  expect(lines.find(({ msg }) => msg === 'Sync partial.')).toMatchObject({
    durationMs: expect.any(Number) as number,
    requests: expect.any(Number) as number,
  })

  vi.stubEnv('DEBUG', '')
  provider.failWith(() => ({ body: { refusal: `No: ${TEST_TOKEN}` }, status: 401 }))
  const failed = await sync()
  expect(readLines(logged()).filter(({ runId }) => runId === failed.id)).toMatchObject([
    { ...about, attempt: failed.attempt, code: 'CREDENTIALS_REFUSED', level: 50, runId: failed.id },
  ])
  // A refusal is no fault of code.
  expect(logged()).not.toContain('"stack"')
  expect(logged()).not.toContain(TEST_TOKEN)
})
