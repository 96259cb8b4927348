import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'

import { Locked } from 'payload'

import type { SaveArgs } from '../../../sync/operations/saves/SaveArgs.js'

import { keepPresent } from '../../../sync/operations/saves/keepPresent.js'
import { prepareSave } from '../../../sync/operations/saves/prepareSave.js'
import { isLockRefused } from '../../../sync/store/locks/isLockRefused.js'
import { toTranslate } from '../../translations/index.js'

/**
 * A synced collection in which a save and a sync that overlap keep both. After the override, whose
 * hooks may change what is saved.
 */
export const withSafeSaves = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeChange: [...(collection.hooks?.beforeChange ?? []), keep],
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), prepare],
  },
})

const prepare: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  switch (operation) {
    case 'delete':
    case 'restoreVersion':
    case 'update':
      return await orTellBusy({
        req,
        work: () =>
          prepareSave({
            args: args as SaveArgs & typeof args,
            collection: collection.slug,
            operation,
            req,
          }),
      })
    default:
      return args
  }
}

const keep: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) =>
  operation === 'update' && originalDoc
    ? await orTellBusy({
        req,
        work: () => keepPresent({ collection: collection.slug, data, originalDoc, req }),
      })
    : data

type OrTellBusyArgs<TResult> = { req: PayloadRequest; work: () => Promise<TResult> }

/** Says in the person's language that a sync was faster, and that nothing was saved. */
const orTellBusy = async <TResult>({ req, work }: OrTellBusyArgs<TResult>): Promise<TResult> => {
  try {
    return await work()
  } catch (error) {
    if (isLockRefused(error)) {
      throw new Locked(toTranslate(req.t)('content:busy'))
    }
    throw error
  }
}
