'use client'

import type { ReactElement } from 'react'

import type { Estimate } from '../../../../sync/operations/discover/estimateCost.js'
import type { NamedChoices } from '../../../../sync/operations/discover/getChoices.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { aboutRequests } from '../aboutRequests.js'

type ChoiceCostsProps = {
  cost: NamedChoices['cost']
  /** How many are chosen. */
  count: number
}

/** About how many requests a choice takes, as far as anybody can tell. */
export const ChoiceCosts = ({
  cost: { fullSync, isScheduled, perDay, perLiveHour },
  count,
}: ChoiceCostsProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const about = (estimate: Estimate | null): { count: string } | null => {
    const requests = aboutRequests({ count, estimate })
    return requests === null ? null : { count: formatCount({ count: requests, language }) }
  }
  const daily = isScheduled ? about(perDay) : null
  const hourly = about(perLiveHour)
  const whole = about(fullSync)

  return (
    <>
      {daily && <span>{t('schedules:requestsPerDay', daily)}</span>}
      {daily && hourly && <span>{t('choose:perLiveHour', hourly)}</span>}
      {whole && <span>{t('choose:fullSync', whole)}</span>}
      {!isScheduled && <span className="sync-view__muted">{t('view:noSchedule')}</span>}
    </>
  )
}
