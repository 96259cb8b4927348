import type { Names } from '../../../../sdk/names/Names.js'
import type { Clash } from '../../../scheduler/clashes/Clash.js'
import type { Check, Finding } from '../Check.js'

import { toEnglishNames } from '../../../../sdk/names/toEnglishNames.js'
import { findTimingError } from '../../../schedule/findTimingProblems.js'
import { isOn } from '../../../schedule/isOn.js'
import { describeClash } from '../../../scheduler/clashes/describeClash.js'
import { searchClashes } from '../../../scheduler/searchClashes.js'
import { findSchedules } from '../../../store/schedules/findSchedules.js'
import { ok, problem, warning } from '../Check.js'

/** Whether the schedules can work, and whether a process fires them. */
export const checkSchedules: Check = {
  name: 'schedules',
  look: async (sync) => {
    const { database, providers } = sync
    const schedules = (await findSchedules({ database })).filter(isOn)
    const names = toEnglishNames(providers)
    const broken = schedules.filter((schedule) => findTimingError(schedule) !== null)
    const failing = schedules.filter(
      (schedule) => schedule.lastError !== null && !broken.includes(schedule),
    )
    const { clashes } = await searchClashes({
      schedules: schedules.filter((schedule) => !broken.includes(schedule)),
      sync,
    })
    const findings: Finding[] = [
      ...broken.map((schedule) =>
        problem({
          advice: 'Correct its times in the admin panel.',
          message: `The schedule ${names.work(schedule)} has no next time: ${findTimingError(schedule)}`,
        }),
      ),
      ...failing.map((schedule) =>
        problem({
          advice: 'Correct the schedule, or what it asks for, in the admin panel.',
          message: `The schedule ${names.work(schedule)} started no run: ${schedule.lastError}`,
        }),
      ),
      ...clashes.map((clash) => toFinding({ clash, names })),
    ]
    return findings.length > 0
      ? findings
      : [ok(`${toSchedules(schedules.length)} on, and nothing speaks against them.`)]
  },
  needs: ['database', 'tables'],
}

type ToFindingArgs = { clash: Clash; names: Names }

const toFinding = ({ clash, names }: ToFindingArgs): Finding => {
  const report = clash.level === 'error' ? problem : warning
  return report({
    advice: 'Change the times of one of them in the admin panel, or switch it off.',
    message: describeClash({ clash, names }),
  })
}

const toSchedules = (count: number): string =>
  count === 1 ? '1 schedule is' : `${count} schedules are`
