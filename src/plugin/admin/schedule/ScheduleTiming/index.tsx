import type { DefaultServerCellComponentProps } from 'payload'
import type { ReactElement } from 'react'

import type { Timing } from '../../../../sync/schedule/Schedule.js'

import { toCron } from '../../../../sync/schedule/slots/toCron.js'
import { describeCron } from '../../../translations/describe/describeCron.js'

/** When a schedule fires, in words, in the list: `At 07:30 (Europe/Berlin)`. */
export const ScheduleTiming = ({
  i18n,
  rowData,
}: DefaultServerCellComponentProps): ReactElement => {
  const timing = rowData as Timing
  const words = describeCron({ cron: toCron(timing), language: i18n.language })

  return (
    <span>
      {words} ({timing.timezone})
    </span>
  )
}
