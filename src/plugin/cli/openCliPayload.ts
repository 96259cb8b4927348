import type { Payload, SanitizedConfig } from 'payload'

import { getPayload } from 'payload'

import type { OpenPayloadArgs } from './Command.js'

import { withoutSchemaChanges } from '../../sync/runtime/process/withoutSchemaChanges.js'
import { withoutWorkers } from '../../sync/runtime/process/withoutWorkers.js'
import { toCliLogger } from './toCliLogger.js'

type OpenCliPayloadArgs = { config: SanitizedConfig; stream: NodeJS.WriteStream } & OpenPayloadArgs

/**
 * Opens the project for one command. Its `onInit` runs, but starts no workers, and no schema
 * changes.
 */
export const openCliPayload = async ({
  config,
  isCheckup = false,
  isJson = false,
  logLevel = 'info',
  stream,
}: OpenCliPayloadArgs): Promise<Payload> => {
  const level = isCheckup ? 'silent' : logLevel
  const logger = toCliLogger({ isJson: isJson || isCheckup, level, logger: config.logger, stream })
  const quiet = { ...withoutWorkers(config), logger }
  return await getPayload({
    config: isCheckup ? quiet : withoutSchemaChanges(quiet),
    disableDBConnect: isCheckup,
    disableOnInit: isCheckup,
  })
}
