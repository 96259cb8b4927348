import type { PayloadRequest } from 'payload'

import type { Values } from '../../../engine/merge/flatten.js'
import type { HeldDocument } from './readHeld.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { flatten, unflatten } from '../../../engine/merge/flatten.js'
import { isSameValue } from '../../../engine/merge/isSameValue.js'
import { startContext } from '../../../engine/write/hooks/startContext.js'
import { completeGroups } from '../../../engine/write/updateDocument.js'
import { clearLists } from '../../../engine/write/values/clearLists.js'
import { readHeld } from './readHeld.js'

type WriteHeldArgs = {
  /** Whose access to the document counts. `undefined`: nobody's, all is allowed */
  asker: PayloadRequest | undefined
  /** What to write, by path. */
  changes: Values
  /** What the document holds, read since it is held. */
  current: Values
  /** Whose document is held as well. */
  held: HeldDocument
  isDraft: boolean
}

/**
 * Saves fields of a document as a person does in the admin panel, in the transaction that holds it:
 * what `changes` was made against is still true. What it holds already costs no write.
 *
 * @throws RefusedError `NOT_ALLOWED` for a field that the person may not change
 * @throws APIError of Payload, when the document is not to be written
 */
export const writeHeld = async ({
  asker,
  changes,
  current,
  held,
  isDraft,
}: WriteHeldArgs): Promise<void> => {
  const { documentId, job, req } = held
  const { collection, payload, shape } = job
  const isHeldIn = (values: Values, path: string, value: unknown): boolean =>
    isSameValue({ a: value, b: values.get(path), field: shape.get(path)! })
  const news = [...changes].filter(([path, value]) => !isHeldIn(current, path, value))
  if (news.length === 0) {
    return
  }
  // Hooks are not to take it for what a sync writes.
  startContext(req)
  await payload.update({
    id: documentId,
    collection,
    data: unflatten(clearLists({ shape, values: completeGroups({ changes, current }) })),
    depth: 0,
    draft: isDraft,
    overrideAccess: asker === undefined,
    overrideLock: asker === undefined,
    req,
    trash: true,
    ...(asker?.user && { user: asker.user }),
  })
  // Payload leaves out without a word what a person may not write.
  const { document, locale } = await readHeld(held)
  const now = flatten({ document, locale, shape })
  const left = news.find(([path]) => isHeldIn(now, path, current.get(path)))
  if (left) {
    throw new RefusedError({
      code: 'NOT_ALLOWED',
      message: `The document keeps its ${left[0]}: you are not allowed to change it.`,
    })
  }
}
