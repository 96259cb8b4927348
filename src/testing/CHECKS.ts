import type { CaseCheck, ProviderCheck } from './Check.js'

import { checkAbort } from './checks/checkAbort.js'
import { checkAbsentKeys } from './checks/checkAbsentKeys.js'
import { checkCursors } from './checks/checkCursors.js'
import { checkFaults } from './checks/checkFaults.js'
import { checkIdentity } from './checks/checkIdentity.js'
import { checkLists } from './checks/checkLists.js'
import { checkMap } from './checks/checkMap.js'
import { checkOptions } from './checks/checkOptions.js'
import { checkRead, checkSecondRead } from './checks/checkReads.js'
import { checkReferences, checkSchedules } from './checks/checkSchedules.js'
import { checkSecrets } from './checks/checkSecrets.js'

/** What must hold of a provider as a whole. */
export const PROVIDER_CHECKS: Readonly<Record<string, ProviderCheck>> = {
  'should name every wrong option, all at once': checkOptions,
  'should propose schedules that fire, in modes that it has': checkSchedules,
  'should refer to resources that exist and come before': checkReferences,
}

/** What must hold of each resource in each mode. */
export const CASE_CHECKS: Readonly<Record<string, CaseCheck>> = {
  'should read its answers to the end': checkRead,

  'should bring the same in a second read': checkSecondRead,
  'should change no record in "map", and make the same of it at any time': checkMap,
  'should clear no field for a key that was not sent': checkAbsentKeys,
  'should continue at a cursor with the same page, and never in a circle': checkCursors,
  'should end when it is told to, while the answer is held back': checkAbort,
  'should give each record an id of its own that stays': checkIdentity,
  'should tell its secrets nowhere': checkSecrets,
  'should throw a SyncError for each failure of each request, and never give a short list':
    checkFaults,
  'should trust no list that is empty or short, whatever the order of its rows': checkLists,
}
