import type { ResourceStatus } from '../../../sync/operations/status/SyncStatus.js'
import type { Command } from '../Command.js'

import { getStatus } from '../../../sync/operations/status/getStatus.js'
import { EXIT_CODES } from '../Command.js'
import { parseCommand } from '../parseCommand.js'
import { formatRun } from '../parts/formatRun.js'
import { formatBreaker } from './formatBreaker.js'
import { formatQuota } from './formatQuota.js'

const USAGE = 'status [--json]'

const formatResource = (resource: ResourceStatus): string => {
  const { name, activeRun, lastRun, openIssues, stored } = resource
  const last = activeRun ?? lastRun
  return [
    `  ${name.padEnd(12)} ${String(stored).padStart(8)} stored`,
    `${openIssues} open issues`,
    last ? formatRun(last) : 'never synced',
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
    const status = await getStatus({ payload })
    if (values.json) {
      output.write(`${JSON.stringify(status)}\n`)
      return EXIT_CODES.success
    }
    for (const { breaker, label, problems, quotas, resources } of status.providers) {
      output.write(`${label}\n`)
      problems.forEach((problem) => output.write(`  ! ${problem}\n`))
      formatBreaker(breaker).forEach((line) => output.write(`  ! ${line}\n`))
      quotas.forEach((quota) => output.write(`  ${formatQuota(quota)}\n`))
      resources.forEach((resource) => output.write(`${formatResource(resource)}\n`))
    }
    if (status.providers.length === 0) {
      output.write('No provider is configured: add one to syncPlugin({ providers: [] }).\n')
    }
    return EXIT_CODES.success
  },
  usage: USAGE,
}
