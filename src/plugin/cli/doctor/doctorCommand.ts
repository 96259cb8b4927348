import type { Names } from '../../../sdk/names/Names.js'
import type { Diagnosis, DiagnosisEntry } from '../../../sync/operations/doctor/diagnose.js'
import type { Command } from '../Command.js'

import { diagnose } from '../../../sync/operations/doctor/diagnose.js'
import { getNames } from '../../../sync/operations/getNames.js'
import { describeReason } from '../../translations/index.js'
import { translateToEnglish } from '../../translations/translateToEnglish.js'
import { EXIT_CODES } from '../Command.js'
import { parseCommand } from '../parseCommand.js'

const USAGE = 'doctor [--json]'

const LEVEL_WIDTH = 'problem'.length

const CHECK_WIDTH = 'transactions'.length

const formatFinding = ({ advice, check, level, message }: DiagnosisEntry): string => {
  const start = `${level.padEnd(LEVEL_WIDTH)}  ${check.padEnd(CHECK_WIDTH)}  `
  return [`${start}${message}`, ...(advice ? [`${' '.repeat(start.length)}→ ${advice}`] : [])]
    .map((line) => `${line}\n`)
    .join('')
}

type ToHealthEntriesArgs = { names: Names } & Pick<Diagnosis, 'health'>

/** The reasons of the health, in the words of the sync view. */
const toHealthEntries = ({ health, names }: ToHealthEntriesArgs): DiagnosisEntry[] => {
  const check = 'health'
  if (health === null) {
    const message = 'Skipped until database and tables are in order.'
    return [{ advice: null, check, level: 'skipped', message }]
  }
  return health.reasons.length === 0
    ? [{ advice: null, check, level: 'ok', message: translateToEnglish('health:calm') }]
    : health.reasons.map((reason) => ({
        ...describeReason({ names, reason, t: translateToEnglish }),
        check,
        level: reason.level === 'CRITICAL' ? 'problem' : 'warning',
      }))
}

const toSummary = (findings: readonly DiagnosisEntry[]): string => {
  const count = (wanted: DiagnosisEntry['level']): number =>
    findings.filter(({ level }) => level === wanted).length
  const toWords = (number: number, word: string): string =>
    `${number} ${word}${number === 1 ? '' : 's'}`
  return `${toWords(count('problem'), 'problem')}, ${toWords(count('warning'), 'warning')}.`
}

/** `payload sync doctor`: checks everything a sync needs, and says what to do. */
export const doctorCommand: Command = {
  description: 'Checks everything a sync needs and says what to do. Changes nothing.',
  run: async ({ args, openPayload, output }) => {
    const { values } = parseCommand({
      args,
      maxPositionals: 0,
      options: { json: { type: 'boolean' } },
      usage: USAGE,
    })
    const payload = await openPayload({ isCheckup: true, isJson: values.json })
    const { findings: found, health, isHealthy } = await diagnose({ payload })
    const findings = [...found, ...toHealthEntries({ health, names: getNames(payload) })]
    if (values.json) {
      output.write(`${JSON.stringify({ findings, health, isHealthy })}\n`)
    } else {
      findings.forEach((finding) => output.write(formatFinding(finding)))
      output.write(`\n${toSummary(findings)}\n`)
    }
    return isHealthy ? EXIT_CODES.success : EXIT_CODES.failed
  },
  usage: USAGE,
}
