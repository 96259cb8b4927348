'use client'

import type { ReactElement } from 'react'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { StoredFile } from '../../../../sync/operations/files/getFile.js'
import type { Run } from '../../../../sync/run/Run.js'

import { toListURL } from '../../parts/client/toListURL.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { RunCounts } from '../../parts/RunCounts/index.client.js'
import { StatusPill } from '../../parts/StatusPill/index.client.js'

type ImportedResourceProps = { file: StoredFile; logsSlug: string; run: Run }

/** What became of the records of a kind, with the ways to their documents and to the run. */
export const ImportedResource = ({
  file: { connection, found, provider },
  logsSlug,
  run,
}: ImportedResourceProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
    getEntityConfig,
  } = useConfig()
  const { names, t } = usePluginTranslation()
  const label = names.resource(run)
  const collection = found?.resources.find((one) => one.name === run.resource)?.collection
  const config = collection === undefined ? null : getEntityConfig({ collectionSlug: collection })
  // Documents of one person know the connection that they came with.
  const isOwn = config?.fields.some((field) => 'name' in field && field.name === 'connection')

  return (
    <li className="sync-files__run">
      <span className="sync-files__row">
        {config ? (
          <Link
            className="sync-view__link"
            href={toListURL({
              adminRoute,
              collection: config.slug,
              where: isOwn ? { connection } : { provider },
            })}
            prefetch={false}
          >
            {label}
          </Link>
        ) : (
          label
        )}
        <StatusPill status={run.status} />
        <Link
          aria-label={`${t('files:run')}: ${label}`}
          className="sync-view__link sync-files__aside"
          href={formatAdminURL({ adminRoute, path: `/collections/${logsSlug}/${run.id}` })}
          prefetch={false}
        >
          {t('files:run')}
        </Link>
      </span>
      <RunCounts counts={run.counts} />
      {run.error ? <p className="sync-files__bad">{run.error.message}</p> : null}
    </li>
  )
}
