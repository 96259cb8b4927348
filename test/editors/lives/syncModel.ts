import type { Model, Values } from './Model.js'

import { toKey } from './KINDS.js'
import { mergeWord } from './mergeWord.js'
import { RULES } from './RULES.js'

/** A new document of what the provider says, which nobody has worked on. */
const create = (model: Model, word: Values): void => {
  model.document = { isDraft: false, isOpen: false, trashedBy: 'nobody', values: new Map(word) }
  model.base = new Map(word)
  model.conflicts = new Map()
  model.isStored = true
  model.locks = new Map()
  model.waiting = null
}

const store = (model: Model, word: Values): void => {
  if (model.document) {
    mergeWord(model, word)
  } else {
    create(model, word)
  }
}

/** Stores a word that waits, where it can be. */
export const storeWaiting = (model: Model): void => {
  const { document, grave, waiting } = model
  if (waiting && !grave && !document?.isOpen && (document?.trashedBy ?? 'nobody') === 'nobody') {
    store(model, new Map(waiting))
  }
}

/** Whether a person has worked on the document. */
const hasWork = ({ base, document, fields, locks }: Model): boolean =>
  locks.size > 0 ||
  fields.some(
    (field) =>
      toKey(field, document!.values.get(field.path) ?? null) !==
      toKey(field, base.get(field.path) ?? null),
  )

const miss = (model: Model): void => {
  const { document, variant } = model
  const { onMissing } = RULES[variant]
  const isThere = document && (document.trashedBy !== 'nobody' || document.isDraft)
  if (!document || onMissing === 'flag' || isThere || hasWork(model)) {
    model.missing = 'flagged'
  } else if (!document.isOpen) {
    model.missing =
      onMissing === 'delete' ? 'deleted' : onMissing === 'trash' ? 'trashed' : 'unpublished'
    model.document = onMissing === 'delete' ? null : document
    document.trashedBy = onMissing === 'trash' ? 'sync' : document.trashedBy
    document.isDraft ||= onMissing === 'unpublish'
    model.isStored = onMissing !== 'delete'
  }
}

type SyncArgs = {
  /** Whether the provider says that it has nothing at all, which nobody believes. */
  isOutage?: boolean
}

/** What a complete sync makes of a record. */
export const syncModel = (model: Model, { isOutage = false }: SyncArgs = {}): void => {
  storeWaiting(model)
  if (isOutage) {
    return
  }
  const { grave, isListed, isStored, said } = model
  if (isListed) {
    model.missing = 'no'
  }
  if (isListed && grave) {
    model.waiting = new Map(said)
  } else if (isListed) {
    store(model, new Map(said))
  } else if (isStored && !grave && model.missing === 'no') {
    miss(model)
  }
}
