import type { ProviderCheck } from '../Check.js'

import { findTimingProblems } from '../../sync/schedule/findTimingProblems.js'
import { fromCron } from '../../sync/schedule/slots/fromCron.js'
import { toProvider } from '../reading/listCases.js'

/** Each schedule fires now and then, in a mode that its resource has. */
export const checkSchedules: ProviderCheck = (facts) =>
  [...toProvider(facts).resources].flatMap(([name, { schedules, scopes }]) =>
    schedules.flatMap(({ cron, mode }) => [
      ...findTimingProblems(fromCron({ cron, timezone: 'UTC' })).map(
        ({ message }) => `resource "${name}": ${message}`,
      ),
      ...(scopes[mode]
        ? []
        : [`resource "${name}": "${cron}" is for mode ${mode}, which it lacks`]),
    ]),
  )

/** Each resource comes after those that it names, and those exist. */
export const checkReferences: ProviderCheck = (facts) => {
  const { resources } = toProvider(facts)
  const names = [...resources.keys()]
  return [...resources].flatMap(([name, { references }], index) =>
    references.flatMap((other) => {
      if (!resources.has(other)) {
        return [`resource "${name}" refers to "${other}", which the provider does not have`]
      }
      return names.indexOf(other) < index
        ? []
        : [`resource "${name}" refers to "${other}", which does not come before it`]
    }),
  )
}
