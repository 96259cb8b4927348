import type { MergeValuesArgs } from '../mergeValues.js'
import type { FieldShape } from '../readShape.js'

import { isSameValue } from '../isSameValue.js'

type IsUntouchedArgs = {
  field: FieldShape
  path: string
} & Pick<MergeValuesArgs, 'base' | 'current' | 'stored'>

/** Whether nobody but the provider, or a hook of the project, made a field what it is. */
export const isUntouched = ({ base, current, field, path, stored }: IsUntouchedArgs): boolean => {
  const holds = current.get(path) ?? null
  return base.has(path)
    ? isSameValue({ a: holds, b: base.get(path), field }) ||
        (stored.has(path) && isSameValue({ a: holds, b: stored.get(path), field }))
    : isEmpty(holds, field)
}

/** Before the provider ever spoke of a field, its default is nobody's doing. */
const isEmpty = (holds: unknown, field: FieldShape): boolean =>
  isSameValue({ a: holds, b: null, field }) ||
  isSameValue({ a: holds, b: field.defaultValue, field })
