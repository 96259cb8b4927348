import type { OnLocalDelete, OnMissing } from '../../../src/sdk/index.js'
import type { Variant } from './Life.js'

type Rules = {
  hasDrafts?: true
  hasTrash?: true
  /** Whether its collection has fields of one column only, so that documents are written together. */
  isPlain?: true
  onLocalDelete: OnLocalDelete
  onMissing: OnMissing
}

export const RULES: Readonly<Record<Variant, Rules>> = {
  keptFlagged: { isPlain: true, onLocalDelete: 'keepAway', onMissing: 'flag' },
  keptTrashed: { hasTrash: true, onLocalDelete: 'keepAway', onMissing: 'trash' },
  keptUnpublished: { hasDrafts: true, onLocalDelete: 'keepAway', onMissing: 'unpublish' },
  recreatedDeleted: { onLocalDelete: 'recreate', onMissing: 'delete' },
}
