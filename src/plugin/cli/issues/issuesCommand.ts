import type { Payload } from 'payload'

import type { IssueFilter } from '../../../sync/operations/issues/listIssues.js'
import type { Command, ExitCode, Output } from '../Command.js'

import { listIssues } from '../../../sync/operations/issues/listIssues.js'
import { ignoreRecords } from '../../../sync/operations/issues/quarantine/ignoreRecords.js'
import { retryRecords } from '../../../sync/operations/issues/quarantine/retryRecords.js'
import { ISSUE_KINDS } from '../../../sync/run/issues/IssueKind.js'
import { ISSUE_STATUSES } from '../../collections/machinery/issueStatuses.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'
import { formatIssue } from './formatIssue.js'

const USAGE =
  'issues [list | retry <id...> | ignore <id...> | unignore <id...>]' +
  ' [--provider P] [--resource R] [--kind K] [--status S] [--limit N] [--json]'

const ACTIONS = ['list', 'retry', 'ignore', 'unignore'] as const

type Action = (typeof ACTIONS)[number]

/** As many ids as one call takes. */
const MOST_IDS = 500

const DEFAULT_LIMIT = 50
const MOST_LISTED = 1000

type DoArgs = { isJson: boolean; output: Output; payload: Payload }

/** `payload sync issues`: what needs a person, and records that could not be stored once more. */
export const issuesCommand: Command = {
  description: 'Lists issues; tries records again that could not be stored, or ignores them.',
  run: async ({ args, openPayload, output }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: MOST_IDS + 1,
      options: {
        json: { type: 'boolean' },
        kind: { type: 'string' },
        limit: { type: 'string' },
        provider: { type: 'string' },
        resource: { type: 'string' },
        status: { type: 'string' },
      },
      usage: USAGE,
    })
    const [word = 'list', ...issueIds] = positionals
    const action = ACTIONS.find((name) => name === word)
    if (action === undefined) {
      throw wrong(`There is nothing to do with issues that is called "${word}".`)
    }
    const { json: isJson = false, provider, resource } = values
    if (action === 'list') {
      if (issueIds.length > 0) {
        throw wrong(`"${issueIds[0]}" is one word too many.`)
      }
      const filter: IssueFilter = {
        kind: oneOf('--kind', ISSUE_KINDS, values.kind),
        provider,
        resource,
        status: oneOf('--status', ISSUE_STATUSES, values.status ?? 'open'),
      }
      const limit = toLimit(values.limit)
      const payload = await openPayload({ isJson })
      return await list({ filter, isJson, limit, output, payload })
    }
    if (issueIds.length === 0) {
      throw wrong(`Name issues by their ids, which "issues list" shows.`)
    }
    const payload = await openPayload({ isJson })
    return await act({ action, isJson, issueIds, output, payload })
  },
  usage: USAGE,
}

const wrong = (message: string): CommandError =>
  new CommandError(`${message}\nUsage: payload sync ${USAGE}`)

const oneOf = <TValue extends string>(
  option: string,
  values: readonly TValue[],
  given: string | undefined,
): TValue | undefined => {
  const found = values.find((value) => value === given)
  if (given !== undefined && found === undefined) {
    throw wrong(`${option} is ${values.join(', ')} (was "${given}").`)
  }
  return found
}

const toLimit = (given: string | undefined): number => {
  const limit = given === undefined ? DEFAULT_LIMIT : Number(given)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_LISTED) {
    throw wrong(`--limit is a whole number from 1 to ${MOST_LISTED} (was "${given}").`)
  }
  return limit
}

type ListArgs = { filter: IssueFilter; limit: number } & DoArgs

const list = async ({ filter, isJson, limit, output, payload }: ListArgs): Promise<ExitCode> => {
  const { docs, totalDocs } = await listIssues({ filter, limit, page: 1, payload })
  for (const issue of docs) {
    output.write(`${isJson ? JSON.stringify(issue) : formatIssue({ issue, payload })}\n`)
  }
  if (!isJson) {
    const rest = totalDocs - docs.length
    output.write(
      totalDocs === 0
        ? 'No issue matches.\n'
        : rest > 0
          ? `And ${rest} more: see --limit.\n`
          : `Issues: ${totalDocs}.\n`,
    )
  }
  return EXIT_CODES.success
}

type ActArgs = { action: Exclude<Action, 'list'>; issueIds: string[] } & DoArgs

const act = async ({ action, isJson, issueIds, output, payload }: ActArgs): Promise<ExitCode> => {
  if (action !== 'retry') {
    const isIgnored = action === 'ignore'
    const ids = await ignoreRecords({ isIgnored, issueIds, payload })
    output.write(
      isJson
        ? `${JSON.stringify({ ids })}\n`
        : `${isIgnored ? 'Ignored until they change' : 'Open again'}: ${ids.length}.\n`,
    )
    return EXIT_CODES.success
  }
  const records = await retryRecords({ issueIds, payload })
  for (const record of records) {
    const { externalId, message, outcome, resource } = record
    output.write(
      isJson
        ? `${JSON.stringify(record)}\n`
        : `${resource} ${externalId}: ${OUTCOMES[outcome]}${message ? ` ${message}` : ''}\n`,
    )
  }
  const bad = records.filter(({ outcome }) => outcome === 'refused' || outcome === 'gone').length
  return bad === 0
    ? EXIT_CODES.success
    : bad < records.length
      ? EXIT_CODES.partial
      : EXIT_CODES.failed
}

const OUTCOMES = {
  gone: 'the provider does not have it any more.',
  nextRun: 'left to the next run that reads it.',
  refused: 'still not stored.',
  stored: 'stored.',
} as const
