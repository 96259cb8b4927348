import type { SyncReport } from '../../../sync/operations/reports/getReport.js'
import type { Command } from '../Command.js'

import { getReport } from '../../../sync/operations/reports/getReport.js'
import { toReportCsv } from '../../../sync/operations/reports/toReportCsv.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'

type Figures = SyncReport['total']

const USAGE = 'report [--from <day>] [--to <day>] [--json | --csv]'

const MS_PER_SECOND = 1000

const formatSeconds = (ms: null | number): string =>
  ms === null ? '–' : `${(ms / MS_PER_SECOND).toFixed(1)} s`

const formatFigures = ({ durationMs, records, requests, retries, runs, ...rest }: Figures) =>
  [
    `${runs.total} runs`,
    rest.successRate === null ? 'none judged' : `${Math.round(rest.successRate * 100)} % completed`,
    `median ${formatSeconds(durationMs.median)}, p95 ${formatSeconds(durationMs.p95)}`,
    `${records.fetched} records (${records.created} new, ${records.updated} changed)`,
    `${requests} requests`,
    `${retries} retries`,
    `${records.conflicts} conflicts`,
  ].join(' · ')

const formatReport = ({ connections, from, providers, schedules, to, total }: SyncReport) => {
  const { failures, loopDelayMs, peakMemoryMb } = total
  return [
    `${from} to ${to}`,
    `All           ${formatFigures(total)}`,
    ...providers.map(({ label, ...figures }) => `${label.padEnd(13)} ${formatFigures(figures)}`),
    ...connections.map(
      ({ label, provider, ...figures }) => `  ${provider} · ${label}: ${formatFigures(figures)}`,
    ),
    ...schedules.map(({ title, ...figures }) => `  schedule ${title}: ${formatFigures(figures)}`),
    ...failures.map(({ code, runs }) => `  ! ${code}: ${runs} runs`),
    ...(peakMemoryMb === null
      ? []
      : [`Peak memory ${peakMemoryMb} MB, longest event-loop delay ${loopDelayMs ?? 0} ms`]),
  ]
}

/** `payload sync report`: what ran in a time, how it went and what it cost. */
export const reportCommand: Command = {
  description: 'Reports what ran in a time, how it went and what it cost',
  run: async ({ args, openPayload, output }) => {
    const { values } = parseCommand({
      args,
      maxPositionals: 0,
      options: {
        csv: { type: 'boolean' },
        from: { type: 'string' },
        json: { type: 'boolean' },
        to: { type: 'string' },
      },
      usage: USAGE,
    })
    if (values.csv && values.json) {
      throw new CommandError(`Choose --json or --csv.\nUsage: payload sync ${USAGE}`)
    }
    const payload = await openPayload({ isJson: values.json || values.csv })
    const report = await getReport({ from: values.from, payload, to: values.to }).catch(
      (error: unknown) => {
        throw error instanceof RangeError ? new CommandError(error.message) : error
      },
    )
    if (values.csv) {
      output.write(toReportCsv(report))
    } else if (values.json) {
      output.write(`${JSON.stringify(report)}\n`)
    } else {
      formatReport(report).forEach((line) => output.write(`${line}\n`))
    }
    return EXIT_CODES.success
  },
  usage: USAGE,
}
