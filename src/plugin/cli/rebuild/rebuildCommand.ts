import type { Command } from '../Command.js'

import { getNames } from '../../../sync/operations/getNames.js'
import { rebuildResource } from '../../../sync/operations/records/rebuildResource.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'
import { followRuns } from '../parts/followRuns.js'
import { formatRun } from '../parts/formatRun.js'

const USAGE = 'rebuild [provider] <resource> [--deleted] [--wait] [--json]'

/** `payload sync rebuild`: reads all of a resource into place again, whether it changed or not. */
export const rebuildCommand: Command = {
  description:
    'Reads all of a resource again and mends what differs; --deleted brings back what was deleted.',
  run: async ({ args, clock, openPayload, output, signal }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 2,
      options: {
        deleted: { type: 'boolean' },
        json: { type: 'boolean' },
        wait: { type: 'boolean' },
      },
      usage: USAGE,
    })
    const { json: isJson = false } = values
    const resource = positionals.at(-1)
    if (resource === undefined) {
      throw new CommandError(`Name a resource.\nUsage: payload sync ${USAGE}`)
    }
    const payload = await openPayload({ isJson })
    const provider = positionals.length > 1 ? positionals[0] : undefined
    const includesDeleted = values.deleted === true
    const runs = await rebuildResource({ includesDeleted, payload, provider, resource })
    if (values.wait) {
      const runIds = runs.map(({ id }) => id)
      return await followRuns({ clock, isJson, output, payload, runIds, signal })
    }
    runs.forEach((run) =>
      output.write(
        `${isJson ? JSON.stringify(run) : formatRun({ names: getNames(payload), run })}\n`,
      ),
    )
    return EXIT_CODES.success
  },
  usage: USAGE,
}
