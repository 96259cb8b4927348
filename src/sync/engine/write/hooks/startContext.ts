import type { PayloadRequest } from 'payload'

/**
 * Forgets what hooks noted of the writes before, which share a request because they share a
 * transaction: plugins note there which documents they have done, and would leave out one that is
 * created as a stub and filled in later in the same batch.
 */
export const startContext = (req: PayloadRequest): void => {
  req.context = {}
}
