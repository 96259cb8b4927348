import type { Shape } from './readShape.js'

type FindUnknownFieldsArgs = {
  document: Record<string, unknown>
  shape: Shape
}

/** What a mapped document says of fields that its collection does not have, as paths. */
export const findUnknownFields = ({ document, shape }: FindUnknownFieldsArgs): string[] => {
  const paths = [...shape.keys()]
  const look = (values: Record<string, unknown>, prefix: string): string[] =>
    Object.entries(values).flatMap(([key, value]) => {
      const path = `${prefix}${key}`
      if (shape.has(path)) {
        return []
      }
      if (!paths.some((known) => known.startsWith(`${path}.`))) {
        return [path]
      }
      return isObject(value) ? look(value, `${path}.`) : []
    })
  return look(document, '')
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
