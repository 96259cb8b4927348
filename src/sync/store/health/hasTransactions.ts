import type { Payload } from 'payload'

/** Whether the project's adapter makes transactions; they can be switched off in its options. */
export const hasTransactions = async ({ payload }: { payload: Payload }): Promise<boolean> => {
  const id = await payload.db.beginTransaction()
  if (id === null) {
    return false
  }
  await payload.db.rollbackTransaction(id)
  return true
}
