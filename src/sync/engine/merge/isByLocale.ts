import type { FieldShape } from './readShape.js'

type IsByLocaleArgs = {
  field: FieldShape
  /** Blocks that are being looked into: one may be allowed inside itself. */
  inside?: readonly string[]
}

/** Whether a field, or one in its rows, has a value for each locale. */
export const isByLocale = ({
  field: { localeAt, rowShape, rowTypes = [''] },
  inside = [],
}: IsByLocaleArgs): boolean =>
  localeAt !== undefined ||
  rowTypes
    .filter((type) => !inside.includes(type))
    .some((type) =>
      [...(rowShape?.(type)?.values() ?? [])].some((field) =>
        isByLocale({ field, inside: type === '' ? inside : [...inside, type] }),
      ),
    )
