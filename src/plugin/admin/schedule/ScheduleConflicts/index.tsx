import type { BeforeListTableServerProps } from 'payload'
import type { ReactElement } from 'react'

import { Banner } from '@payloadcms/ui'

import { listScheduleConflicts } from '../../../../sync/operations/schedules/listScheduleConflicts.js'
import { findAccess } from '../../../options/findAccess.js'
import { toConflictText } from '../../../translations/describe/toConflictText.js'
import { toTranslate } from '../../../translations/toTranslate.js'
import { readRequest } from '../../server/readRequest.js'

/** Above the list of schedules: what speaks against them as they are. */
export const ScheduleConflicts = async ({
  i18n,
  payload,
}: BeforeListTableServerProps): Promise<null | ReactElement> => {
  const access = findAccess(payload)
  const req = await readRequest({ payload })
  if (!access || !req.user || !(await access.view({ req }))) {
    return null
  }
  const t = toTranslate(i18n.t)
  const conflicts = await listScheduleConflicts({ payload })

  return conflicts.length > 0 ? (
    <div>
      {conflicts.map((conflict) => {
        const text = toConflictText({ conflict, t })
        return (
          <Banner key={text} type={conflict.level === 'error' ? 'error' : 'info'}>
            {text}
          </Banner>
        )
      })}
    </div>
  ) : null
}
