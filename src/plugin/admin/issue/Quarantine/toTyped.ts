import type { QuarantinedField } from '../../../../sync/operations/issues/quarantine/getQuarantined.js'

type ToTypedArgs = { field: Pick<QuarantinedField, 'type'>; text: string }

/**
 * What a person typed as a value of its field. What cannot be one stays text, so that the collection
 * says what is wrong with it.
 */
export const toTyped = ({ field: { type }, text }: ToTypedArgs): unknown => {
  const trimmed = text.trim()
  if (trimmed === '') {
    return null
  }
  switch (type) {
    case 'checkbox':
      return trimmed === 'true'
    case 'date': {
      const date = new Date(trimmed)
      return Number.isNaN(date.getTime()) ? trimmed : date.toISOString()
    }
    case 'number': {
      const value = Number(trimmed.replace(',', '.'))
      return Number.isFinite(value) ? value : trimmed
    }
    default:
      return text
  }
}
