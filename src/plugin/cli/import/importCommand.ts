import type { Payload } from 'payload'

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

import type { StoredFile } from '../../../sync/operations/files/getFile.js'
import type { Command } from '../Command.js'

import { importStoredFile } from '../../../sync/operations/files/importStoredFile.js'
import { listFileConnections } from '../../../sync/operations/files/listFileConnections.js'
import { receiveFile } from '../../../sync/operations/files/receiveFile.js'
import { getNames } from '../../../sync/operations/getNames.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'
import { followRuns } from '../parts/followRuns.js'
import { formatRun } from '../parts/formatRun.js'

const USAGE = 'import <provider> <file> [--connection ID] [--date DAY] [--wait] [--json]'

/** `payload sync import`: takes in a file from this machine and imports it. */
export const importCommand: Command = {
  description:
    'Imports an archive or a file. With --wait it works on it here and ends when all is stored.',
  run: async ({ args, clock, openPayload, output, signal }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 2,
      options: {
        connection: { type: 'string' },
        date: { type: 'string' },
        json: { type: 'boolean' },
        wait: { type: 'boolean' },
      },
      usage: USAGE,
    })
    const [provider, path] = positionals
    const { connection, date, json: isJson = false, wait: canWait = false } = values
    if (!provider || !path) {
      throw new CommandError(`Name a provider and a file.\nUsage: payload sync ${USAGE}`)
    }
    const givenAt = date === undefined ? await readDate(path) : toDate(date)
    const payload = await openPayload({ isJson, logLevel: 'warn' })
    const file = await receiveFile({
      name: path,
      body: createReadStream(path),
      connection: connection ?? (await findConnection({ payload, provider })),
      givenAt,
      payload,
      provider,
    })
    if (!isJson) {
      output.writeError(describe(file))
    }
    const runs = await importStoredFile({
      fileId: file.id,
      initiatedBy: null,
      payload,
      trigger: 'cli',
    })
    if (canWait) {
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

const readDate = async (path: string): Promise<Date> => {
  try {
    const { isFile, mtime } = await stat(path).then((stats) => ({
      isFile: stats.isFile(),
      mtime: stats.mtime,
    }))
    if (isFile) {
      return mtime
    }
  } catch {
    // Told below.
  }
  throw new CommandError(`There is no file "${path}".`)
}

const toDate = (text: string): Date => {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) {
    throw new CommandError(`--date is a day, such as 2024-05-31 (was "${text}").`)
  }
  return date
}

type FindConnectionArgs = { payload: Payload; provider: string }

/** The only one there is. */
const findConnection = async (args: FindConnectionArgs): Promise<string> => {
  const connections = await listFileConnections(args)
  if (connections.length === 1) {
    return connections[0]!.name
  }
  const known = connections.map(({ name, label }) => `\n  ${name}  ${label}`).join('')
  throw new CommandError(`Name a connection with --connection.${known}`)
}

type Found = NonNullable<StoredFile['found']>['resources'][number]

const describeResource = ({ name, isCut, records, sums, years }: Found): string =>
  [
    `  ${name}: ${records}${isCut ? ' or more' : ''}`,
    ...(years.length > 0
      ? [
          years
            .map(({ records: of, year }) => `${year}: ${of}`)
            .toReversed()
            .join(', '),
        ]
      : []),
    ...sums.map(({ total, unit }) => `${total} ${unit}`),
  ].join(' · ')

const describe = ({ name, found, heldAt }: StoredFile): string =>
  [
    `${name} speaks of ${heldAt?.slice(0, 10)}.`,
    ...(found?.files ?? []).map(
      (file) => `  ${file.name}${file.rows === undefined ? '' : `: ${file.rows} rows`}`,
    ),
    ...(found?.resources ?? []).map(describeResource),
    ...(found?.skipped ?? []).map((skipped) => `  ${skipped.label}: not kept (${skipped.name})`),
    '',
  ].join('\n')
