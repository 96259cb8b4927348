'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactElement } from 'react'

import { DefaultCell, useListDrawerContext } from '@payloadcms/ui'

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
  const { drawerSlug, onSelect } = useListDrawerContext()
  const row: unknown = cell.rowData
  const url = typeof row === 'object' && row !== null ? Reflect.get(row, picture) : undefined

  return (
    // Payload cuts off every `span` in a cell after some lines, and draws it in a way of its own.
    <div className="sync-picture-cell">
      <Picture name={String(cell.cellData ?? '')} shape={shape} url={url as unknown} />
      <span className="sync-picture-cell__text">
        <DefaultCell {...cell} {...(cell.link && drawerSlug && toPick(onSelect))} />
      </span>
    </div>
  )
}

type OnSelect = ReturnType<typeof useListDrawerContext>['onSelect']

/** Payload makes a link to a button that picks its row in its own cells only, where one picks from a list. */
const toPick = (onSelect: OnSelect) => ({
  className: 'default-cell__first-cell',
  link: false,
  onClick: (({ collectionSlug, rowData }) =>
    onSelect?.({
      collectionSlug,
      doc: rowData,
      docID: rowData.id,
    })) satisfies DefaultCellComponentProps['onClick'],
})
