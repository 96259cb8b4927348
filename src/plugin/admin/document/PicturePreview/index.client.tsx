'use client'

import type { ReactElement } from 'react'

import { useDocumentTitle, useFormFields } from '@payloadcms/ui'

import type { PictureShape } from '../../../../react/Picture/index.client.js'

import { Picture } from '../../../../react/Picture/index.client.js'
import './index.css'

type PicturePreviewProps = { path: string; shape?: PictureShape }

const SIZE = 72

/** The picture whose address a field holds, below it. Nothing where the field is empty. */
export const PicturePreview = ({ path, shape }: PicturePreviewProps): null | ReactElement => {
  const url = useFormFields(([fields]) => fields[path]?.value)
  const { title } = useDocumentTitle()

  return typeof url === 'string' && url !== '' ? (
    <div className="sync-picture-preview">
      <Picture name={title} shape={shape} size={SIZE} url={url} />
    </div>
  ) : null
}
