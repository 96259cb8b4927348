import type { Names } from '../../../sdk/names/Names.js'
import type { ResourceStatus } from '../../../sync/operations/status/SyncStatus.js'
import type { Command } from '../Command.js'

import { getNames } from '../../../sync/operations/getNames.js'
import { getStatus } from '../../../sync/operations/status/getStatus.js'
import { EXIT_CODES } from '../Command.js'
import { parseCommand } from '../parseCommand.js'
import { formatRun } from '../parts/formatRun.js'
import { formatBreaker } from './formatBreaker.js'
import { formatQuota } from './formatQuota.js'

const USAGE = 'status [--json]'

type FormatResourceArgs = {
  names: Names
  provider: string
  resource: ResourceStatus
  /** Letters of the longest name. */
  width: number
}

const formatResource = ({ names, provider, resource, width }: FormatResourceArgs): string => {
  const { name, activeRun, lastRun, openIssues, stored } = resource
  const last = activeRun ?? lastRun
  return [
    `  ${names.resource({ provider, resource: name }).padEnd(width)} ${String(stored).padStart(8)} stored`,
    `${openIssues} open issues`,
    resource.waitsFor !== null && !activeRun
      ? `waits for ${names.resource({ provider, resource: resource.waitsFor })}`
      : last
        ? formatRun({ names, run: last })
        : 'never synced',
  ].join(' · ')
}

/** `payload sync status`: what is stored, what runs and how the last runs ended. */
export const statusCommand: Command = {
  description: 'Shows what runs, what ran and what is stored',
  run: async ({ args, openPayload, output }) => {
    const { values } = parseCommand({
      args,
      maxPositionals: 0,
      options: { json: { type: 'boolean' } },
      usage: USAGE,
    })
    const payload = await openPayload({ isJson: values.json })
    const names = getNames(payload)
    const status = await getStatus({ payload })
    if (values.json) {
      output.write(`${JSON.stringify(status)}\n`)
      return EXIT_CODES.success
    }
    const width = Math.max(
      ...status.providers.flatMap(({ name: provider, resources }) =>
        resources.map(({ name }) => names.resource({ provider, resource: name }).length),
      ),
      12,
    )
    for (const {
      name: provider,
      breaker,
      label,
      problems,
      quotas,
      resources,
    } of status.providers) {
      output.write(`${label}\n`)
      problems.forEach((problem) => output.write(`  ! ${problem}\n`))
      formatBreaker(breaker).forEach((line) => output.write(`  ! ${line}\n`))
      quotas.forEach((quota) => output.write(`  ${formatQuota({ names, provider, quota })}\n`))
      resources.forEach((resource) =>
        output.write(`${formatResource({ names, provider, resource, width })}\n`),
      )
    }
    if (status.providers.length === 0) {
      output.write('No provider is configured: add one to syncPlugin({ providers: [] }).\n')
    }
    return EXIT_CODES.success
  },
  usage: USAGE,
}
