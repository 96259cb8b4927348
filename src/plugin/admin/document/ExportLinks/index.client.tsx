'use client'

import type { ReactElement } from 'react'

import { useSearchParams } from 'next/navigation.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import './index.css'

type ExportLinksProps = { collectionSlug: string }

/** In what a list can be exported; CSV with the mark that Excel asks for. */
const FORMATS = [
  { name: 'CSV', query: { bom: 'true', format: 'csv' } },
  { name: 'JSON', query: { format: 'json' } },
] as const

/** Links that download what a list shows, on all its pages. */
export const ExportLinks = ({ collectionSlug }: ExportLinksProps): ReactElement => {
  const { t } = usePluginTranslation()
  const searchParams = useSearchParams()
  const url = useSyncURL(`${SYNC_API_PATHS.export}/${collectionSlug}`)
  const asked = [...searchParams].filter(
    ([name, value]) => name.startsWith('where[') || (name === 'search' && value !== ''),
  )

  return (
    <span className="sync-export">
      {FORMATS.map(({ name, query }) => (
        <a
          className="sync-export__link"
          download
          href={`${url}?${new URLSearchParams([...Object.entries(query), ...asked]).toString()}`}
          key={name}
        >
          {t('content:exportAs', { format: name })}
        </a>
      ))}
    </span>
  )
}
