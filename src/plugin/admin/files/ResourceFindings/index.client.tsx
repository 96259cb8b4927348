'use client'

import type { ClientField } from 'payload'
import type { ReactElement } from 'react'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'

import type { StoredFile } from '../../../../sync/operations/files/getFile.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

type ResourceFindingsProps = {
  resource: NonNullable<StoredFile['found']>['resources'][number]
}

/** How many records of a kind there are, of what kinds and years, and what they come to. */
export const ResourceFindings = ({
  resource: {
    name,
    collection,
    days,
    groups,
    invalid,
    isCut,
    problems,
    records,
    sums,
    titles,
    years,
  },
}: ResourceFindingsProps): ReactElement => {
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const { language, t } = usePluginTranslation()
  const config = getEntityConfig({ collectionSlug: collection })
  const count = (value: number): string => formatCount({ count: value, language })
  const label = config ? String(getTranslation(config.labels.plural, i18n)) : name
  const facts: [string, string[]][] = [
    ...groups.map(({ field, values }): [string, string[]] => {
      const known = findField({ name: field, fields: config?.fields ?? [] })
      const toLabel = (value: string): string => {
        const options = known && 'options' in known ? known.options : []
        const option = options.find((one) => typeof one !== 'string' && one.value === value)
        const text = option && typeof option !== 'string' && getTranslation(option.label, i18n)
        return typeof text === 'string' ? text : value
      }
      const own = known && 'label' in known && known.label ? known.label : field
      return [
        typeof own === 'string' || typeof own === 'object'
          ? String(getTranslation(own, i18n))
          : field,
        values.map(({ records: of, value }) =>
          records === 1 ? toLabel(value) : `${toLabel(value)} ${count(of)}`,
        ),
      ]
    }),
    // Of one record, what it is says all of it.
    [
      t('files:years'),
      records === 1 ? [] : years.map(({ records: of, year }) => `${year}: ${count(of)}`),
    ],
    [t('files:days'), days && records > 1 ? [`${days.first} – ${days.last}`] : []],
    [t('files:total'), sums.map(({ total, unit }) => `${total} ${unit}`)],
  ]

  return (
    <section aria-label={label} className="sync-files__resource">
      <h5 className="sync-files__count">
        {label}{' '}
        <strong>
          {count(records)}
          {isCut ? '+' : ''}
        </strong>
      </h5>
      <dl className="sync-files__facts">
        {facts
          .filter(([, values]) => values.length > 0)
          .map(([fact, values]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{values.join(' · ')}</dd>
            </div>
          ))}
      </dl>
      {titles.length > 0 ? (
        <ul className="sync-files__titles">
          {titles.map((title, index) => (
            // Two may read the same.
            <li key={`${index} ${title}`}>{title}</li>
          ))}
          {records > titles.length + invalid ? <li aria-hidden>…</li> : null}
        </ul>
      ) : null}
      {invalid > 0 ? (
        <p className="sync-files__bad">
          {t('files:invalid', { count: count(invalid) })} {problems.join(' · ')}
        </p>
      ) : null}
    </section>
  )
}

type FindFieldArgs = { fields: readonly ClientField[]; name: string }

/** A field of a collection, wherever its form has it. */
const findField = ({ name, fields }: FindFieldArgs): ClientField | undefined => {
  for (const field of fields) {
    if ('name' in field && field.name === name) {
      return field
    }
    const inside =
      field.type === 'tabs'
        ? field.tabs.flatMap((tab) => tab.fields)
        : field.type === 'row' || field.type === 'collapsible'
          ? field.fields
          : []
    const found = inside.length > 0 ? findField({ name, fields: inside }) : undefined
    if (found) {
      return found
    }
  }
  return undefined
}
