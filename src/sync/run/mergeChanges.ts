import type { ChangeOperation, RecordChange } from './RecordChange.js'

/** Several changes of the same documents, in their order, as one each. */
export const mergeChanges = (changes: readonly RecordChange[]): RecordChange[] => {
  const merged = new Map<string, RecordChange>()
  for (const change of changes) {
    const { id, collection, fields, operation } = change
    const key = `${collection}/${id}`
    const before = merged.get(key)
    merged.set(key, {
      id,
      collection,
      fields: (before ? [...new Set([...before.fields, ...fields])] : [...fields]).sort(),
      operation: before ? join(before.operation, operation) : operation,
    })
  }
  return [...merged.values()]
}

/** To others, who saw nothing in between, a document that was created and updated is new. */
const join = (first: ChangeOperation, second: ChangeOperation): ChangeOperation =>
  first === 'created' && second === 'updated' ? 'created' : second
