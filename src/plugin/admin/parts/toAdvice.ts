import type { Translate, TranslationKey } from '../../translations/index.js'

const KEYS: Readonly<Record<string, TranslationKey>> = {
  ACCESS_DENIED: 'advice:ACCESS_DENIED',
  CREDENTIALS_REFUSED: 'advice:CREDENTIALS_REFUSED',
  EMPTY_ANSWER: 'advice:EMPTY_ANSWER',
  INVALID_ANSWER: 'advice:INVALID_ANSWER',
  PROVIDER_UNAVAILABLE: 'advice:PROVIDER_UNAVAILABLE',
  RATE_LIMITED: 'advice:RATE_LIMITED',
  RECORDS_INVALID: 'advice:RECORDS_INVALID',
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
