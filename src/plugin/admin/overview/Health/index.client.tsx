'use client'

import type { ReactElement } from 'react'

import type { Health as HealthStatus } from '../../../../sync/run/Health.js'

import { describeReason } from '../../../translations/describe/describeReason.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

type HealthProps = { health: HealthStatus }

/** Whether all is well, and if not, why and what to do. */
export const Health = ({ health: { level, reasons } }: HealthProps): ReactElement => {
  const { names, t } = usePluginTranslation()

  return (
    <section
      aria-labelledby="sync-view-health"
      className={`sync-view__section sync-health sync-health--${level.toLowerCase()}`}
    >
      {/* A screen reader is told when something breaks or is well again. */}
      <div aria-live="polite">
        <h2 className="sync-health__level" id="sync-view-health">
          <span aria-hidden className="sync-health__sign" />
          {t(`health:levels:${level}`)}
          {reasons.length === 0 && <span className="sync-health__calm">{t('health:calm')}</span>}
        </h2>
        {reasons.length > 0 && (
          <ul className="sync-health__reasons">
            {reasons.map((reason) => {
              const { advice, message } = describeReason({ names, reason, t })

              return (
                <li className="sync-health__reason" key={`${reason.code}/${message}`}>
                  <p className="sync-health__message">{message}</p>
                  <p className="sync-health__advice">{advice}</p>
                </li>
              )
            })}
          </ul>
        )}
      </div>
    </section>
  )
}
