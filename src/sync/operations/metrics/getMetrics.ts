import type { Payload } from 'payload'
import type { Metric, Registry } from 'prom-client'

import type { MetricName, Sample } from './METRICS.js'

import { findClusterSamples } from './findClusterSamples.js'
import { findProcessSamples } from './findProcessSamples.js'
import { METRICS } from './METRICS.js'

/** What Prometheus is answered. */
export type MetricsText = { contentType: string; text: string }

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/defaultMetrics')

/**
 * All metrics in the text format of Prometheus: what the database knows for all processes, what this
 * process measured, and what Node.js tells of it (CPU, memory, delay of the event loop).
 *
 * Their registry is their own, beside the default one that the project may use. `prom-client` is
 * loaded when they are asked for.
 *
 * @throws Error when the database is away
 */
export const getMetrics = async ({ payload }: { payload: Payload }): Promise<MetricsText> => {
  const { Registry } = await import('prom-client')
  const samples = [...(await findClusterSamples({ payload })), ...findProcessSamples({ payload })]
  const own = new Registry()
  for (const [name, lines] of groupByName(samples)) {
    own.registerMetric(toMetric({ name, lines }))
  }
  const texts = await Promise.all([own.metrics(), (await getDefaults()).metrics()])
  return { contentType: own.contentType, text: texts.join('\n') }
}

/** In the order of the table, so that two answers can be compared. */
const groupByName = (samples: readonly Sample[]): Map<MetricName, Sample[]> => {
  const groups = new Map<MetricName, Sample[]>(
    (Object.keys(METRICS) as MetricName[]).map((name) => [name, []]),
  )
  samples.forEach((sample) => groups.get(sample.name)?.push(sample))
  return groups
}

type ToMetricArgs = { lines: readonly Sample[]; name: MetricName }

/** A metric as the registry asks one: it takes the lines as they are, and writes them down. */
const toMetric = ({ name, lines }: ToMetricArgs): Metric => {
  const { type, help } = METRICS[name]
  const values = lines.map(({ labels, suffix = '', value }) => ({
    labels,
    metricName: `${name}${suffix}`,
    value,
  }))
  const metric = {
    name,
    get: () => Promise.resolve({ name, type, aggregator: 'sum', help, values }),
  }
  return metric as unknown as Metric
}

/** Observes the process from the first time on that somebody asks. */
const getDefaults = async (): Promise<Registry> => {
  const store = globalThis as { [KEY]?: Registry }
  if (!store[KEY]) {
    const { collectDefaultMetrics, Registry } = await import('prom-client')
    const register = new Registry()
    collectDefaultMetrics({ register })
    store[KEY] = register
  }
  return store[KEY]
}
