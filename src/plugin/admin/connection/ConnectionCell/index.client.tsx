'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactElement } from 'react'

import { useTranslation } from '@payloadcms/ui'

type ConnectionCellProps = {
  /** Labels of providers, by name. */
  labels?: Readonly<Record<string, string>>
}

/** A provider by the name that people know, or whether a connection is used, in words. */
export const ConnectionCell = ({
  cellData,
  labels = {},
}: ConnectionCellProps & DefaultCellComponentProps): ReactElement => {
  const { t } = useTranslation()

  return (
    <span>
      {typeof cellData === 'boolean'
        ? t(cellData ? 'general:yes' : 'general:no')
        : (labels[String(cellData)] ?? String(cellData ?? ''))}
    </span>
  )
}
