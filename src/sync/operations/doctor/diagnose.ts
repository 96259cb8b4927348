import type { Payload } from 'payload'

import type { Sync } from '../../engine/Sync.js'
import type { Health } from '../../run/Health.js'
import type { Check, Finding } from './Check.js'

import { describeError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { getHealth } from '../health/getHealth.js'
import { problem, skipped } from './Check.js'
import { CHECKS } from './CHECKS.js'

export type DiagnosisEntry = {
  /** Name of the check: `database`, `credentials`, … */
  check: string
} & Finding

export type Diagnosis = {
  findings: DiagnosisEntry[]
  /** As the sync view and `GET /sync/health` have it; `null` until the tables are in order. */
  health: Health | null
  /** Whether nothing is a problem and health is not critical; warnings are none. */
  isHealthy: boolean
}

/**
 * Looks at everything a sync needs and says what to do where something is wrong. Changes nothing,
 * and never throws for what it finds. Payload need not be connected to its database.
 */
export const diagnose = async ({ payload }: { payload: Payload }): Promise<Diagnosis> => {
  const sync = getSync(payload)
  const findings: DiagnosisEntry[] = []
  const unusable = new Set<string>()
  for (const check of CHECKS) {
    const lacking = check.needs.find((name) => unusable.has(name))
    const found =
      lacking === undefined
        ? await look({ check, sync })
        : [skipped(`Skipped until "${lacking}" is in order.`)]
    if (found.some(({ level }) => level === 'problem' || level === 'skipped')) {
      unusable.add(check.name)
    }
    findings.push(...found.map((finding) => ({ check: check.name, ...finding })))
  }
  const isReady = NEEDED_FOR_HEALTH.every((name) => !unusable.has(name))
  const health = isReady ? await getHealth({ payload }) : null
  return {
    findings,
    health,
    isHealthy: findings.every(({ level }) => level !== 'problem') && health?.level !== 'CRITICAL',
  }
}

const NEEDED_FOR_HEALTH = ['database', 'tables'] as const

type LookArgs = { check: Check; sync: Sync }

const look = async ({ check, sync }: LookArgs): Promise<Finding[]> => {
  try {
    return await check.look(sync)
  } catch (error) {
    const reason = describeError(error)
    return [
      problem({
        advice: 'Run "payload sync doctor" again. If it still fails, report it.',
        message: `This could not be checked: ${reason}`,
      }),
    ]
  }
}
