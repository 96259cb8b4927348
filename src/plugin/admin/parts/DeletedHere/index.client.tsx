'use client'

import type { ReactElement } from 'react'

import { useCallback, useEffect, useState } from 'react'

import type { ListedDeletion } from '../../../../sync/operations/records/deleted/listDeleted.js'

import { SYNC_API_PATHS } from '../../syncPaths.js'
import { Age } from '../Age/index.client.js'
import { askSync } from '../client/askSync.js'
import { useNow } from '../client/useNow.client.js'
import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import { useSyncURL } from '../client/useSyncURL.client.js'
import { formatCount } from '../format/formatCount.js'
import { RestoreRecord } from '../RestoreRecord/index.client.js'
import './index.css'

type DeletedHereProps =
  /** Slug. */
  { collection: string; provider?: never } | { collection?: never; provider: string }

type Page = { docs: ListedDeletion[]; totalDocs: number }

const CLOCK_MS = 10_000

/** More are a matter for the API. */
const MOST = 50

/** What people have deleted here and syncs leave away, each with a button to bring it back. */
export const DeletedHere = ({ collection, provider }: DeletedHereProps): null | ReactElement => {
  const { language, names, t } = usePluginTranslation()
  const [page, setPage] = useState<null | Page>(null)
  const [initialNow] = useState(() => Date.now())
  const now = useNow({ initialNow, intervalMs: CLOCK_MS })
  const query = new URLSearchParams({
    limit: String(MOST),
    ...(collection !== undefined && { collection }),
    ...(provider !== undefined && { provider }),
  }).toString()
  const url = useSyncURL(SYNC_API_PATHS.deleted)

  const load = useCallback((): void => {
    void askSync<Page>({ language, url: `${url}?${query}` })
      .then(({ answer }) => (answer ? setPage(answer) : undefined))
      .catch(() => undefined)
  }, [language, query, url])
  useEffect(load, [load])

  if (!page || page.totalDocs === 0) {
    return null
  }
  return (
    <details className="sync-deleted">
      <summary>
        {t('deleted:count', { number: formatCount({ count: page.totalDocs, language }) })}
      </summary>
      <p className="sync-deleted__hint">{t('deleted:hint')}</p>
      <ul>
        {page.docs.map(({ deletedAt, externalId, provider: of, resource, title }) => (
          <li key={`${of}/${resource}/${externalId}`}>
            <span className="sync-deleted__name">
              {title ?? externalId}{' '}
              <span className="sync-deleted__hint">
                {collection === undefined ? `${names.resource({ provider: of, resource })} · ` : ''}
                <Age date={deletedAt} now={now} />
              </span>
            </span>
            <RestoreRecord
              externalId={externalId}
              name={title ?? externalId}
              onRestored={load}
              provider={of}
              resource={resource}
            />
          </li>
        ))}
      </ul>
      {page.totalDocs > page.docs.length && (
        <p className="sync-deleted__hint">
          {t('deleted:more', {
            number: formatCount({ count: page.totalDocs - page.docs.length, language }),
          })}
        </p>
      )}
    </details>
  )
}
