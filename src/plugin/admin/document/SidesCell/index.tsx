import type { DefaultServerCellComponentProps } from 'payload'
import type { ReactElement } from 'react'

import { getTranslation } from '@payloadcms/translations'

import type { Side, SidesColumn } from '../../../../sdk/content/pictures.js'

import { SidesCellClient } from './index.client.js'

type SidesCellProps = DefaultServerCellComponentProps & Pick<SidesColumn, 'sides' | 'state'>

type Row = Readonly<Record<string, unknown>>

/** Who meets whom in a row of a list: pictures, what counts, and how it stands. */
export const SidesCell = ({
  collectionConfig,
  i18n,
  rowData,
  sides,
  state,
}: SidesCellProps): ReactElement => {
  const row = rowData as Row
  const value = row[state.field]
  const field = collectionConfig.flattenedFields.find(({ name }) => name === state.field)
  const option =
    field?.type === 'select'
      ? field.options.find((some) => typeof some !== 'string' && some.value === value)
      : undefined
  const word = typeof option === 'object' ? getTranslation(option.label, i18n) : ''
  const minute = state.minute === undefined ? undefined : row[state.minute]

  const toSide = ({ picture, placeholder, relation, value: counted }: Side) => {
    const related = collectionConfig.flattenedFields.find(({ name }) => name === relation)
    return {
      id: toId(row[relation]),
      picture,
      placeholder: placeholder === undefined ? '' : toText(row[placeholder]),
      relationTo:
        related?.type === 'relationship' && typeof related.relationTo === 'string'
          ? related.relationTo
          : '',
      value: toCount(row[counted]),
    }
  }

  return (
    <SidesCellClient
      isLive={state.live.includes(String(value))}
      minute={toCount(minute)}
      sides={[toSide(sides[0]), toSide(sides[1])]}
      word={typeof word === 'string' ? word : ''}
    />
  )
}

const toCount = (value: unknown): null | number => (typeof value === 'number' ? value : null)

const toText = (value: unknown): string => (typeof value === 'string' ? value : '')

const toId = (value: unknown): null | number | string => {
  if (typeof value === 'object' && value !== null && 'id' in value) {
    return toId(value.id)
  }
  return typeof value === 'number' || typeof value === 'string' ? value : null
}
