import type { PayloadRequest } from 'payload'

import { getTranslation } from '@payloadcms/translations'

import type {
  QuarantinedField,
  QuarantinedRecord,
} from '../../../../sync/operations/issues/quarantine/getQuarantined.js'

import { findField } from '../../server/findField.js'

/** A field as a form shows it. */
export type FormField = {
  label: string
  /** Of a select; values with their words. */
  options?: { label: string; value: string }[]
} & QuarantinedField

type DescribeFieldsArgs = { record: QuarantinedRecord; req: PayloadRequest }

/** The fields that can be mended, in the words of the project. */
export const describeFields = ({
  record,
  req: { i18n, payload },
}: DescribeFieldsArgs): FormField[] => {
  const { blocks } = payload
  const fields = payload.collections[record.collection]?.config.flattenedFields ?? []
  return record.fields.map((asked) => {
    const { field, label } = findField({ blocks, fields, i18n, path: asked.path })
    const options =
      field?.type === 'select' || field?.type === 'radio'
        ? field.options.map((option) => {
            const { label: text, value } =
              typeof option === 'string' ? { label: option, value: option } : option
            const said = getTranslation(text as string, i18n)
            return { label: typeof said === 'string' ? said : value, value }
          })
        : undefined
    return { ...asked, label, ...(options && { options }) }
  })
}
