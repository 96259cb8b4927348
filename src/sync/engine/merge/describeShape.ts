import type { JsonValue } from '../../../shared/json.js'
import type { FieldShape, Shape } from './readShape.js'

type DescribeShapeArgs = {
  /** Blocks that are being described: one may be allowed inside itself. */
  inside?: readonly string[]
  shape: Shape
}

/** All that a shape says as JSON, by path; it differs when a field means something else. */
export const describeShape = ({ inside = [], shape }: DescribeShapeArgs): [string, JsonValue][] =>
  [...shape].map(([path, { defaultValue: _, rowShape, ...field }]) => [
    path,
    // A default decides nothing about a value that was said.
    { ...toJson(field), rows: describeRows({ inside, rowShape, rowTypes: field.rowTypes }) },
  ])

const toJson = (
  field: Omit<FieldShape, 'defaultValue' | 'rowShape'>,
): { [key: string]: JsonValue } => JSON.parse(JSON.stringify(field)) as { [key: string]: JsonValue }

type DescribeRowsArgs = { inside: readonly string[] } & Pick<FieldShape, 'rowShape' | 'rowTypes'>

const describeRows = ({ inside, rowShape, rowTypes = [''] }: DescribeRowsArgs): JsonValue =>
  rowShape
    ? rowTypes.map((type) => {
        const shape = inside.includes(type) ? undefined : rowShape(type)
        const within = type === '' ? inside : [...inside, type]
        return [type, shape ? describeShape({ inside: within, shape }) : null]
      })
    : null
