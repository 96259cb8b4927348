import type { BeforeListTableServerProps } from 'payload'
import type { ReactElement } from 'react'

import { Banner } from '@payloadcms/ui'

import { listScheduleClashes } from '../../../../sync/operations/schedules/listScheduleClashes.js'
import { readSight } from '../../../collections/readSight.js'
import { findAccess } from '../../../options/findAccess.js'
import { toClashText } from '../../../translations/describe/toClashText.js'
import { toNames } from '../../../translations/toNames.js'
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
  const names = toNames(i18n)
  const t = toTranslate(i18n.t)
  const clashes = await listScheduleClashes({ payload, sight: await readSight({ req }) })

  return clashes.length > 0 ? (
    <div>
      {clashes.map((clash) => {
        const text = toClashText({ clash, names, t })
        return (
          <Banner key={text} type={clash.level === 'error' ? 'error' : 'info'}>
            {text}
          </Banner>
        )
      })}
    </div>
  ) : null
}
