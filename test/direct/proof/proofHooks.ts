import type { CollectionBeforeOperationHook, CollectionConfig, FieldHook } from 'payload'

/** What was called, with what it was given, in the form that is compared. */
export type Call = { name: string; what: unknown; who: string }

type Req = { context: Record<string, unknown> }

type NoteArgs = { name: string; req: Req; what: object }

/** Hooks of every kind that log what they are given, for the collections of a proof. */
export const createProofHooks = ({ log }: { log: (call: Call) => void }) => {
  const note = ({ name, req, what }: NoteArgs): void =>
    log({ name, what: toComparable(what), who: String(req.context.who) })

  const fieldHook =
    (name: string, change?: (value: unknown) => unknown): FieldHook =>
    async ({ req, ...args }) => {
      const { data, indexPath, operation, originalDoc, path, previousDoc, previousSiblingDoc } =
        args
      const { previousValue, schemaPath, siblingData, siblingDocWithLocales, value } = args
      note({
        name,
        req,
        what: {
          data,
          indexPath,
          operation,
          originalDoc,
          path,
          previousDoc,
          previousSiblingDoc,
          previousValue,
          schemaPath,
          siblingData,
          siblingDocWithLocales,
          value,
        },
      })
      await Promise.resolve()
      return change?.(value)
    }

  const hooksOf = (name: string): { hooks: Record<string, FieldHook[]> } => ({
    hooks: Object.fromEntries(
      ['afterChange', 'afterRead', 'beforeChange', 'beforeValidate'].map((event) => [
        event,
        [fieldHook(`${name}.${event}`)],
      ]),
    ),
  })

  const collectionHook =
    (name: string) =>
    async ({ req, ...args }: { req: Req } & Record<string, unknown>): Promise<void> => {
      const { data, doc, operation, originalDoc, previousDoc } = args
      note({ name, req, what: { data, doc, operation, originalDoc, previousDoc } })
      await Promise.resolve()
    }

  const beforeOperation: CollectionBeforeOperationHook = ({ args, operation, req }) => {
    const { data } = args as { data?: object }
    note({ name: `beforeOperation ${operation}`, req, what: { data } })
    return args
  }

  /** Those that only log; what else a collection does, it does behind them. */
  const logging = {
    afterOperation: [
      ({ operation, req, result }) => {
        note({ name: `afterOperation ${operation}`, req, what: { result } })
        return result
      },
    ],
    afterRead: [collectionHook('afterRead')],
    beforeOperation: [beforeOperation],
    beforeValidate: [collectionHook('beforeValidate')],
  } satisfies CollectionConfig['hooks']

  return { collectionHook, fieldHook, hooksOf, logging, note }
}

const OWN = new Set(['createdAt', 'id', 'updatedAt'])

/** A copy without what is a document's own: its id, and when it was written. */
export const toComparable = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(toComparable)
  }
  if (value instanceof Date) {
    return value.toISOString()
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([key, each]) => [key, OWN.has(key) ? typeof each : toComparable(each)]),
      )
    : value
}
