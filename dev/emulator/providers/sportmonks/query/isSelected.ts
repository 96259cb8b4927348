import { codedError } from '../WireError.js'

/** Whether a field is answered. Ids, of the row and of related rows, come along unasked. */
export const isSelected = ({
  field,
  fields,
}: {
  field: string
  fields: null | string[]
}): boolean => fields === null || fields.includes(field) || field === 'id' || field.endsWith('_id')

/** Since May 2026 a field that does not exist is refused; before, it was ignored. */
export const checkSelect = ({
  known,
  select,
}: {
  known: readonly string[]
  select: null | string[]
}): void => {
  const unknown = select?.find((field) => !known.includes(field))
  if (unknown !== undefined) {
    throw codedError({
      code: 5006,
      message: `The select field '${unknown}' does not exist`,
      status: 400,
    })
  }
}
