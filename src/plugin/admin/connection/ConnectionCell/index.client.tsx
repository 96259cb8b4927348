'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactElement } from 'react'

import { useTranslation } from '@payloadcms/ui'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

/** In a list: a provider or a resource by the name that people know, or yes and no in words. */
export const ConnectionCell = ({
  cellData,
  field,
  rowData,
}: DefaultCellComponentProps): ReactElement => {
  const { names } = usePluginTranslation()
  const { t } = useTranslation()
  const { provider } = (rowData ?? {}) as { provider?: string }

  const toText = (): string => {
    if (typeof cellData === 'boolean') {
      return t(cellData ? 'general:yes' : 'general:no')
    }
    if (typeof cellData !== 'string') {
      return ''
    }
    return 'name' in field && field.name === 'resource'
      ? names.resource({ provider: provider ?? '', resource: cellData })
      : names.provider(cellData)
  }

  return <span>{toText()}</span>
}
