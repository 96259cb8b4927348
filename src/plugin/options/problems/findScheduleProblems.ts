import type { Provider } from '../../../sdk/index.js'
import type { ScheduleOptions } from '../ScheduleOptions.js'

import { SYNC_MODES } from '../../../sdk/index.js'
import { findTimingProblems } from '../../../sync/schedule/findTimingProblems.js'
import { fromCron } from '../../../sync/schedule/slots/fromCron.js'
import { nameNearest } from '../findNearest.js'
import { toConnection, toTiming } from '../resolveSchedules.js'

type FindScheduleProblemsArgs = {
  providers: readonly Provider[]
  schedules: readonly ScheduleOptions[]
}

/** What cannot work in schedules of a right shape, and in those that providers propose. */
export const findScheduleProblems = ({
  providers,
  schedules,
}: FindScheduleProblemsArgs): string[] => [
  ...schedules.flatMap((options, index) => {
    const provider = providers.find(({ name }) => name === options.provider)
    const known = providers.map(({ name }) => name)
    return [
      ...(provider
        ? findWorkProblems({ options, provider })
        : [
            `there is no provider "${options.provider}"; ` +
              nameNearest({ name: options.provider, known }),
          ]),
      ...findTimingProblems(toTiming(options)).map(({ message }) => message),
    ].map((problem) => `schedules.${index}: ${problem}`)
  }),
  ...providers.flatMap(findProposalProblems),
]

type FindWorkProblemsArgs = { options: ScheduleOptions; provider: Provider }

const findWorkProblems = ({ options, provider }: FindWorkProblemsArgs): string[] => {
  const { name, connections } = provider
  const connection = toConnection({ options, provider })
  const known = [...connections.keys()]
  return [
    ...(connection === null || connections.has(connection)
      ? []
      : [`${name} has no connection "${connection}"; ${nameNearest({ name: connection, known })}`]),
    ...findModeProblems({ options, provider }),
  ]
}

const findModeProblems = ({
  options: { mode, resource: wanted },
  provider: { name, resources },
}: FindWorkProblemsArgs): string[] => {
  if (wanted === undefined) {
    return [...resources.values()].some(({ scopes }) => scopes[mode])
      ? []
      : [`${name} has no resource with mode ${mode}`]
  }
  const resource = resources.get(wanted)
  if (!resource) {
    const known = [...resources.keys()]
    return [`${name} has no resource "${wanted}"; ${nameNearest({ name: wanted, known })}`]
  }
  const modes = SYNC_MODES.filter((one) => resource.scopes[one])
  return modes.includes(mode)
    ? []
    : [`"${wanted}" of ${name} has no mode ${mode}, only ${modes.join(' and ')}`]
}

/** What a provider proposes is code as well, of somebody else perhaps. */
const findProposalProblems = (provider: Provider): string[] =>
  [...provider.resources].flatMap(([resource, { schedules }]) =>
    schedules.flatMap(({ cron, mode }) =>
      [
        ...findModeProblems({
          options: { cron, mode, provider: provider.name, resource },
          provider,
        }),
        ...findTimingProblems(fromCron({ cron, timezone: 'UTC' })).map(({ message }) => message),
      ].map((problem) => `schedules of "${resource}" of ${provider.name}: ${problem}`),
    ),
  )
