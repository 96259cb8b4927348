'use client'

import type { ReactElement } from 'react'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { ChoiceValue, DiscoveredChoice } from '../../../../sdk/index.js'

import { Picture } from '../../../../react/Picture/index.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

type ChoiceListProps = {
  choices: readonly DiscoveredChoice[]
  isDisabled: boolean
  onToggle: (value: ChoiceValue) => void
  picked: ReadonlySet<ChoiceValue>
}

/** Nobody reads more before they search. */
const FIRST_SHOWN = 120

const PICTURE_SIZE = 32

/** What there is, each with its picture and a box to tick. */
export const ChoiceList = ({
  choices,
  isDisabled,
  onToggle,
  picked,
}: ChoiceListProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? choices : choices.slice(0, FIRST_SHOWN)
  const more = choices.length - shown.length

  return (
    <>
      <ul className="sync-choose__list">
        {shown.map(({ group, label, picture, value }) => (
          <li key={value}>
            <label className="sync-choose__choice">
              <input
                aria-label={group === undefined ? label : `${label} (${group})`}
                checked={picked.has(value)}
                disabled={isDisabled}
                onChange={() => onToggle(value)}
                type="checkbox"
              />
              <Picture name={label} size={PICTURE_SIZE} url={picture} />
              <span className="sync-choose__name">
                <span>{label}</span>
                {group !== undefined && <span className="sync-view__muted">{group}</span>}
              </span>
              {label !== String(value) && (
                <span className="sync-choose__value sync-view__muted">{value}</span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setIsWhole(true)}
          size="medium"
        >
          {t('choose:more', { count: formatCount({ count: more, language }) })}
        </Button>
      )}
    </>
  )
}
