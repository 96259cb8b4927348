import type { Conflict } from '../../../scheduler/conflicts/Conflict.js'
import type { Check, Finding } from '../Check.js'

import { isOn } from '../../../schedule/isOn.js'
import { isOverdue } from '../../../schedule/isOverdue.js'
import { describeConflict } from '../../../scheduler/conflicts/describeConflict.js'
import { searchConflicts } from '../../../scheduler/searchConflicts.js'
import { findSchedules } from '../../../store/schedules/findSchedules.js'
import { ok, problem, warning } from '../Check.js'

/** Whether the schedules can work, and whether somebody uses their slots. */
export const checkSchedules: Check = {
  name: 'schedules',
  look: async (sync) => {
    const { clock, database } = sync
    const schedules = (await findSchedules({ database })).filter(isOn)
    const now = clock.now()
    const overdue = schedules.filter((schedule) => isOverdue({ now, schedule }))
    const failing = schedules.filter(({ lastError }) => lastError !== null)
    const { conflicts } = await searchConflicts({ schedules, sync })
    const findings: Finding[] = [
      ...(overdue.length > 0
        ? [
            problem({
              advice:
                'Start a process that looks at the schedules: a Next server, "payload sync work", ' +
                'or a cron job that calls POST /api/sync/tick.',
              message: `${toSchedules(overdue.length)} due for minutes, so no process looks at them.`,
            }),
          ]
        : []),
      ...failing.map(({ lastError, provider, resource }) =>
        problem({
          advice: 'Correct the schedule, or what it asks for, in the admin panel.',
          message: `The schedule of ${provider} ${resource ?? '(all)'} came to nothing: ${lastError}`,
        }),
      ),
      ...conflicts.map(toFinding),
    ]
    return findings.length > 0
      ? findings
      : [ok(`${toSchedules(schedules.length)} on, without a conflict.`)]
  },
  needs: ['database', 'tables'],
}

const toFinding = (conflict: Conflict): Finding => {
  const report = conflict.level === 'error' ? problem : warning
  return report({
    advice: 'Re-time or switch off one of them in the admin panel.',
    message: describeConflict(conflict),
  })
}

const toSchedules = (count: number): string =>
  count === 1 ? '1 schedule is' : `${count} schedules are`
