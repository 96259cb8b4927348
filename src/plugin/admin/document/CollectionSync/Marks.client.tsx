'use client'

import type { ReactElement } from 'react'

import { Link, useConfig } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'

import type { CollectionMarks } from '../../../../sync/operations/status/getCollectionMarks.js'

import { toListURL } from '../../parts/client/toListURL.js'
import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

export type MarksProps = {
  collectionSlug: string
  marks: CollectionMarks
}

const KINDS = ['missing', 'stubs'] as const

/** As long as an address may be for every proxy, with room for the rest of it. */
const LONGEST_IDS = 3000

/** Links that show only what is missing at the provider, or waits for its own record. */
export const Marks = ({ collectionSlug, marks }: MarksProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { language, t } = usePluginTranslation()
  const search = useSearchParams()
  const count = (number: number): string => formatCount({ count: number, language })

  return (
    <>
      {KINDS.filter((kind) => marks[kind].total > 0).map((kind) => {
        const { ids, total } = marks[kind]
        const shown = takeShort(ids)
        const isShown = listed(search)[0] === ids[0]
        return (
          <Link
            className="sync-collection__mark"
            href={toListURL({
              adminRoute,
              collection: collectionSlug,
              ...(!isShown && { where: { id: { in: shown.join(',') } } }),
            })}
            key={kind}
            prefetch={false}
          >
            {t(`content:${kind}`, { number: count(total) })}
            {shown.length < total && ` (${t('content:first', { number: count(shown.length) })})`}
            {isShown && `: ${t('content:showAll')}`}
          </Link>
        )
      })}
      <MarkedRows marks={marks} />
    </>
  )
}

const WANTED = /^where\[or\]\[0\]\[and\]\[0\]\[id\]\[in\]/

/** The ids that the list is asked for; Payload spells them its own way when it has read them. */
const listed = (search: URLSearchParams): string[] =>
  [...search].filter(([name]) => WANTED.test(name)).flatMap(([, value]) => value.split(','))

const takeShort = (ids: readonly string[]): string[] => {
  const shown: string[] = []
  let length = 0
  for (const id of ids) {
    // A comma becomes three characters.
    length += id.length + 3
    if (length > LONGEST_IDS) {
      break
    }
    shown.push(id)
  }
  return shown
}

/** In the first column that is no checkbox, whichever it is. */
const FIRST_CELL = 'td:not(.cell-_select):not(td:not(.cell-_select) ~ td)'

/** Marks the rows of the table below, whose cells belong to Payload and to the project. */
const MarkedRows = ({ marks }: Pick<MarksProps, 'marks'>): null | ReactElement => {
  const { t } = usePluginTranslation()
  // On the server React would write its quotes as entities.
  const isHydrated = useHydrated()
  const rules = KINDS.filter((kind) => marks[kind].ids.length > 0).map((kind) => {
    const rows = marks[kind].ids.map((id) => `tr[data-id=${JSON.stringify(id)}]`).join(', ')
    return `:is(${rows}) > ${FIRST_CELL}::after { content: ${JSON.stringify(t(`content:mark:${kind}`))}; }`
  })
  return isHydrated && rules.length > 0 ? <style>{rules.join('\n')}</style> : null
}
