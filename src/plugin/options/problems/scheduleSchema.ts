import { z } from 'zod'

import { SYNC_MODES } from '../../../sdk/index.js'
import { PRIORITIES } from '../../../sync/run/Run.js'
import { FREQUENCIES } from '../../../sync/schedule/Schedule.js'
import { nameNearest } from '../findNearest.js'

/** One of a few words; another one is told with that which it may have meant. */
const oneOf = <const TValue extends string>(
  kind: string,
  values: readonly [TValue, ...TValue[]],
): z.ZodType<TValue> =>
  z.enum(values, {
    error: ({ input }) =>
      typeof input === 'string'
        ? `there is no ${kind} "${input}"; ${nameNearest({ name: input, known: values })}`
        : `expected one of ${values.map((value) => `"${value}"`).join(', ')}`,
  })

const common = {
  catchUp: z.boolean().optional(),
  connection: z.string().min(1).optional(),
  enabled: z.boolean().optional(),
  mode: oneOf('mode', SYNC_MODES),
  note: z.string().optional(),
  priority: oneOf('priority', PRIORITIES).optional(),
  provider: z.string().min(1),
  resource: z.string().min(1).optional(),
  timezone: z.string().min(1).optional(),
}

const cronSchema = z.strictObject({ ...common, cron: z.string() })

const NAMED = FREQUENCIES.filter((frequency) => frequency !== 'cron') as [
  Exclude<(typeof FREQUENCIES)[number], 'cron'>,
]

const frequencySchema = z.strictObject({
  ...common,
  frequency: oneOf('frequency', NAMED),
  hour: z.int().min(0).max(23).optional(),
  minute: z.int().min(0).max(59).optional(),
  monthDay: z.int().min(1).max(28).optional(),
  weekday: z.int().min(0).max(6).optional(),
})

const EITHER =
  'expected provider, mode, and either cron or frequency with hour, minute, weekday or monthDay'

/** A schedule of the options. Which of its two shapes is meant is told by what it has. */
export const scheduleSchema = z.unknown().superRefine((value, context) => {
  const given = (typeof value === 'object' ? value : null) as null | Record<string, unknown>
  const hasCron = given?.cron !== undefined
  if (!given || hasCron === (given.frequency !== undefined)) {
    context.addIssue(EITHER)
    return
  }
  const schema = hasCron ? cronSchema : frequencySchema
  // A key that is there and says nothing is one that is not there.
  const said = Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined))
  for (const { path, ...issue } of schema.safeParse(said).error?.issues ?? []) {
    const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : []
    const known = Object.keys(schema.shape)
    context.addIssue({
      code: 'custom',
      message:
        unknown === undefined
          ? issue.message
          : `there is no option "${unknown}"; ${nameNearest({ name: unknown, known })}`,
      params: { isWhole: true },
      path,
    })
  }
})
