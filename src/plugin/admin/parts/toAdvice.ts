import type { Translate, TranslationKey } from '../../translations/index.js'

const KEYS: Readonly<Record<string, TranslationKey>> = {
  ACCESS_DENIED: 'advice:ACCESS_DENIED',
  CREDENTIALS_REFUSED: 'advice:CREDENTIALS_REFUSED',
  EMPTY_ANSWER: 'advice:EMPTY_ANSWER',
  ENDLESS_PAGES: 'advice:RESOURCE_FAILED',
  INVALID_ANSWER: 'advice:INVALID_ANSWER',
  NOT_FOUND: 'advice:NOT_FOUND',
  PROVIDER_NOT_CONFIGURED: 'advice:PROVIDER_NOT_CONFIGURED',
  PROVIDER_UNAVAILABLE: 'advice:PROVIDER_UNAVAILABLE',
  RATE_LIMITED: 'advice:RATE_LIMITED',
  RECORDS_INVALID: 'advice:RECORDS_INVALID',
  REQUEST_REFUSED: 'advice:NOT_FOUND',
  RESOURCE_FAILED: 'advice:RESOURCE_FAILED',
  SUSPICIOUS_ABSENCE: 'advice:SUSPICIOUS_ABSENCE',
  TURNED_AWAY: 'health:TURNED_AWAY:advice',
}

type ToAdviceArgs = {
  /** Of the error a run ended with. */
  code: string
  t: Translate
}

/** What a person can do about a failed run. */
export const toAdvice = ({ code, t }: ToAdviceArgs): string => t(KEYS[code] ?? 'advice:other')
