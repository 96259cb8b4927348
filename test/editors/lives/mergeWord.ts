import type { JsonValue } from '../../../src/shared/json.js'
import type { LifeField } from './KINDS.js'
import type { Model, Values } from './Model.js'

import { toKey, UNIT } from './KINDS.js'
import { RULES } from './RULES.js'

type Decided = { changes: Values; conflicts: Model['conflicts']; differing: Set<string> }

/** Whether nobody but the provider made a field what it is. */
const isUntouched = ({ base, document }: Model, field: LifeField): boolean =>
  toKey(field, document!.values.get(field.path) ?? null) ===
  toKey(field, base.get(field.path) ?? null)

/** What is to be written of fields that are one, or of a field that is one by itself. */
const decide = (model: Model, fields: readonly LifeField[], word: Values): Decided => {
  const { base, document, locks } = model
  const decided: Decided = { changes: new Map(), conflicts: new Map(), differing: new Set() }
  const holds = ({ path }: LifeField): JsonValue => document!.values.get(path) ?? null
  const says = ({ path }: LifeField): JsonValue => word.get(path) ?? null
  const spoken = fields.filter(({ path }) => word.has(path))
  const differing = spoken.filter(
    (field) => toKey(field, holds(field)) !== toKey(field, says(field)),
  )
  const news = spoken.filter(
    (field) =>
      !base.has(field.path) || toKey(field, base.get(field.path)!) !== toKey(field, says(field)),
  )
  if (differing.length === 0) {
    return decided
  }
  differing.forEach(({ path }) => decided.differing.add(path))
  if (news.length === 0 || fields.some(({ path }) => locks.has(path))) {
    return decided
  }
  const edited = fields.filter(
    (field) =>
      (word.has(field.path) ? differing.includes(field) : base.has(field.path)) &&
      !isUntouched(model, field),
  )
  const isOverwritten = fields[0]!.policy === 'provider'
  for (const field of edited.length > 0
    ? differing
    : differing.filter((one) => news.includes(one))) {
    const { path } = field
    if (edited.length > 0) {
      decided.conflicts.set(path, { editors: holds(field), isOverwritten })
    }
    if (edited.length === 0 || isOverwritten) {
      decided.changes.set(path, says(field))
      decided.differing.delete(path)
    }
  }
  return decided
}

/** Merges what the provider says into the document, or has it wait. */
export const mergeWord = (model: Model, word: Values): void => {
  const document = model.document!
  const isOfUnit = ({ path }: LifeField): boolean => UNIT.includes(path)
  const groups = [
    model.fields.filter(isOfUnit),
    ...model.fields.filter((field) => !isOfUnit(field)).map((field) => [field]),
  ].filter((group) => group.length > 0)
  const all = groups.map((group) => decide(model, group, word))
  const changes = new Map(all.flatMap((one) => [...one.changes]))
  const returns = document.trashedBy === 'sync' || document.isDraft
  const isAway =
    document.trashedBy === 'person' && RULES[model.variant].onLocalDelete === 'keepAway'
  if ((changes.size > 0 || returns) && (isAway || document.isOpen)) {
    model.waiting = word
    return
  }
  const differing = new Set(all.flatMap((one) => [...one.differing]))
  for (const [path, { editors, isOverwritten }] of model.conflicts) {
    const field = model.fields.find((one) => one.path === path)!
    const isEditors = word.has(path) && toKey(field, word.get(path)!) === toKey(field, editors)
    if (word.has(path) && !differing.has(path) && (!isOverwritten || isEditors)) {
      model.conflicts.delete(path)
    }
  }
  all
    .flatMap((one) => [...one.conflicts])
    .forEach(([path, found]) => model.conflicts.set(path, found))
  changes.forEach((value, path) => document.values.set(path, value))
  word.forEach((value, path) => model.base.set(path, value))
  model.waiting = null
  if (returns) {
    document.trashedBy = 'nobody'
    document.isDraft = false
  }
}
