import { z } from 'zod'

import type { HttpAnswer, HttpFailure } from '../../../sdk/index.js'

/** A failure of the API: it comes with status 200. */
const failureSchema = z.looseObject({
  errorDesc: z.union([z.string(), z.number()]).nullish(),
  result: z.literal('fail'),
})

/** What a page that asks whether a person is there calls itself. */
const CAPTCHA = /captcha|challenge-platform|cf-chl|are you a robot|just a moment/i

/** A page of the site holds its data; one that asks questions first does not. */
const PAGE_DATA = '__NEXT_DATA__'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The failure in an answer of the site, if there is one. Where the site refuses, or asks whether a
 * person is there, it is left alone for a day.
 */
export const findFailure = (answer: HttpAnswer): HttpFailure | undefined => {
  const turnedAway = findTurnedAway(answer)
  if (turnedAway) {
    return turnedAway
  }
  const { data } = failureSchema.safeParse(answer.body)
  return (
    data && {
      kind: 'requestRefused',
      message: `gomafia.pro: ${data.errorDesc ?? 'it says that it failed, without a reason'}`,
    }
  )
}

/** The same of a page that came where data were asked for. */
export const findTurnedAway = ({ body, status }: HttpAnswer): HttpFailure | undefined => {
  const text = typeof body === 'string' ? body : ''
  if (status === 403 || (!text.includes(PAGE_DATA) && CAPTCHA.test(text.slice(0, SEARCHED)))) {
    return {
      kind: 'turnedAway',
      message:
        status === 403
          ? 'gomafia.pro refuses to be read (status 403). It is left alone for a day.'
          : 'gomafia.pro asks whether a person is there. It is left alone for a day.',
      retryAfterMs: DAY_MS,
    }
  }
  return undefined
}

/** A page that asks a question says so near its top. */
const SEARCHED = 20_000
