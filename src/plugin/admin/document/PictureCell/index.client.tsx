'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactElement } from 'react'

import { DefaultCell } from '@payloadcms/ui'

import type { PictureShape } from '../../../../react/Picture/index.client.js'

import { Picture } from '../../../../react/Picture/index.client.js'
import './index.css'

type PictureCellProps = {
  /** The field of the document that holds the address of its picture. */
  picture: string
  shape?: PictureShape
} & DefaultCellComponentProps

/** What the column would show, beside the picture of the document. */
export const PictureCell = ({ picture, shape, ...cell }: PictureCellProps): ReactElement => {
  const row: unknown = cell.rowData
  const url = typeof row === 'object' && row !== null ? Reflect.get(row, picture) : undefined

  return (
    // Payload cuts off every `span` in a cell after some lines, and draws it in a way of its own.
    <div className="sync-picture-cell">
      <Picture name={String(cell.cellData ?? '')} shape={shape} url={url as unknown} />
      <span className="sync-picture-cell__text">
        <DefaultCell {...cell} />
      </span>
    </div>
  )
}
