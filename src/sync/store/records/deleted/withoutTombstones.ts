import type { PayloadRequest } from 'payload'

/** Requests whose deletions are the plugin's own, and no person's decision. */
const own = new WeakSet<PayloadRequest>()

/** Whether a deletion of this request is the plugin's own. */
export const isOwnDeletion = (req: PayloadRequest): boolean => own.has(req)

/** Deletes documents so that nothing is remembered of them. */
export const withoutTombstones = async <TResult>(
  req: PayloadRequest,
  work: () => Promise<TResult>,
): Promise<TResult> => {
  own.add(req)
  try {
    return await work()
  } finally {
    own.delete(req)
  }
}
