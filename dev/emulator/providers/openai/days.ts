import type { Row } from '../../json.js'

export const DAY_SECONDS = 24 * 60 * 60

const MODELS = ['gpt-5-2025-08-07', 'gpt-5-mini-2025-08-07'] as const

/** The same number for the same day and purpose, from 0 to below `most`. */
const draw = (day: number, purpose: number, most: number): number =>
  ((((day + 1) * 2_654_435_761) ^ (purpose * 40_503)) >>> 0) % most

/** Every seventh day nobody works, and some days cost something though nothing is counted as used. */
const isIdle = (day: number): boolean => day % 7 === 2
const isOnlyCost = (day: number): boolean => day % 11 === 5

type DayArgs = {
  /** Days since 1970. */
  day: number
  /** How much of the day is over, 0 to 1: what is asked for today is still growing. */
  share: number
}

/** What a day cost, exactly: with up to eight decimals, as the real answers have many. */
export const costOf = ({ day, share }: DayArgs): string | undefined => {
  if (isIdle(day)) {
    return undefined
  }
  const units = Math.floor((100_000_000 + draw(day, 1, 900_000_000)) * share)
  return `${Math.floor(units / 100_000_000)}.${String(units % 100_000_000).padStart(8, '0')}`
}

/** Amounts are texts on some days and numbers on others, and one result has none. */
export const costsOf = (args: DayArgs): Row[] => {
  const cost = costOf(args)
  const rest = { line_item: null, object: 'organization.costs.result', project_id: null }
  return cost === undefined
    ? []
    : [
        {
          ...rest,
          amount: {
            currency: 'usd',
            value: args.day % 2 === 0 ? `${cost}000000000` : Number(cost),
          },
        },
        ...(args.day % 5 === 0 ? [rest] : []),
      ]
}

export const usageOf = ({ day, share }: DayArgs): Row[] =>
  isIdle(day) || isOnlyCost(day)
    ? []
    : MODELS.filter((_, index) => index === 0 || day % 3 === 0).map((model, index) => {
        const input = Math.floor(draw(day, 2 + index, 20_000_000) * share)
        return {
          api_key_id: null,
          batch: null,
          input_audio_tokens: 0,
          input_cached_tokens: Math.floor(input * 0.8),
          input_tokens: input,
          model,
          num_model_requests: Math.ceil(input / 50_000),
          object: 'organization.usage.completions.result',
          output_audio_tokens: 0,
          output_tokens: Math.floor(input / 100),
          project_id: null,
          user_id: null,
        }
      })
