import type { FailureKind } from '../../../sdk/index.js'

/** What a status code means where the provider's own facts say nothing else. */
const KINDS: Readonly<Record<number, FailureKind>> = {
  401: 'credentialsRefused',
  403: 'accessDenied',
  404: 'notFound',
  408: 'unavailable',
  425: 'unavailable',
  429: 'rateLimited',
  499: 'unavailable',
}

/** The kind of failure a status code stands for, or `undefined` for a good answer. */
export const findStatusFailure = (status: number): FailureKind | undefined => {
  if (status >= 500) {
    return 'unavailable'
  }
  if (status >= 400) {
    return KINDS[status] ?? 'requestRefused'
  }
  return status >= 200 && status < 300 ? undefined : 'unavailable'
}
