import type { Attributes } from '@opentelemetry/api'

import { ProxyTracerProvider, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

import { isSyncError } from '../errors/index.js'

const NAME = 'payload-plugin-sync'

/** Says more of what is being traced, as soon as it is known. */
export type Describe = (attributes: Attributes) => void

type WithSpanArgs<TResult> = {
  /** Called only where somebody traces. */
  attributes: () => Attributes
  /** Whether it asks another system. @default false */
  isClient?: boolean
  name: string
  work: (describe: Describe) => Promise<TResult>
}

/**
 * Does `work` inside a span of OpenTelemetry, where the project has a tracer provider; where it has
 * none, nothing else is done. Of a failure the span tells the code, and no words: they may hold what
 * is not for everybody who reads traces.
 */
export const withSpan = async <TResult>({
  name,
  attributes,
  isClient = false,
  work,
}: WithSpanArgs<TResult>): Promise<TResult> => {
  if (!isTraced()) {
    return await work(() => undefined)
  }
  const kind = isClient ? SpanKind.CLIENT : SpanKind.INTERNAL
  return await trace
    .getTracer(NAME)
    .startActiveSpan(name, { attributes: attributes(), kind }, async (span) => {
      try {
        return await work((more) => void span.setAttributes(more))
      } catch (error) {
        span.setAttribute('error.type', toErrorType(error))
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        span.end()
      }
    })
}

const isTraced = (): boolean => {
  const provider = trace.getTracerProvider()
  return (
    !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(NAME) !== undefined
  )
}

const toErrorType = (error: unknown): string =>
  isSyncError(error) ? error.code : error instanceof Error ? error.name : '_OTHER'
