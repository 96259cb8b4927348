import type { JsonValue } from '../../../src/shared/json.js'
import type { LivesProject } from './createLivesProject.js'
import type { LifeField } from './KINDS.js'
import type { Act } from './Life.js'
import type { Model } from './Model.js'

import { getSync } from '../../../src/index.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { toTyped } from './createLivesProject.js'
import { toKey, UNIT } from './KINDS.js'
import { RULES } from './RULES.js'
import { storeWaiting } from './syncModel.js'
import { toDocument } from './toDocument.js'

type ActArgs = {
  act: Act
  externalId: string
  model: Model
  project: LivesProject
}

/** What is done beside the model, which knows already what should come of it. */
type Doing = () => Promise<unknown>

const NOTHING: Doing = () => Promise.resolve()

const choose = <TItem>(items: readonly TItem[], index: number): TItem =>
  items[index % items.length]!

const unitOf = ({ fields }: Model, { path }: LifeField): readonly string[] =>
  UNIT.includes(path) ? UNIT.filter((other) => other === path || fields.length > 0) : [path]

/**
 * Does one thing to a record, in the model and in the project. What cannot be done in the state in
 * which the record is, is not done.
 */
export const act = async (args: ActArgs): Promise<void> => {
  await plan(args)()
}

const plan = ({ act, externalId, model, project }: ActArgs): Doing => {
  const { document } = model
  const { editor, payload } = project
  const collection = model.variant.toLowerCase()
  const record = { externalId, provider: 'own', resource: model.variant }
  const rules = RULES[model.variant]
  const isThere = document !== null && document.trashedBy === 'nobody'
  const find = async (): Promise<number> => {
    const { docs } = await payload.find({
      collection,
      depth: 0,
      limit: 1,
      pagination: false,
      trash: true,
      where: { externalId: { equals: externalId } },
    })
    return Number(docs[0]!.id)
  }
  const update = async (data: object): Promise<unknown> =>
    await payload.update({
      id: await find(),
      collection,
      data,
      depth: 0,
      overrideAccess: false,
      trash: true,
      user: editor,
    })
  const edit = (field: LifeField, value: JsonValue): Doing => {
    const { base, conflicts } = model
    document!.values.set(field.path, value)
    // Payload ends the lock of a document that is saved past it.
    document!.isOpen = false
    for (const [path, { isOverwritten }] of conflicts) {
      const other = model.fields.find((one) => one.path === path)!
      const isSaid =
        toKey(other, document!.values.get(path) ?? null) === toKey(other, base.get(path) ?? null)
      if (isOverwritten !== isSaid) {
        conflicts.delete(path)
      }
    }
    return () => update(toDocument([[field.path, toTyped(project, field, value)]]))
  }
  switch (act.does) {
    case 'absent':
    case 'listed':
      model.isListed = act.does === 'listed'
      return NOTHING
    case 'close':
    case 'open':
      if (!document || document.isOpen === (act.does === 'open')) {
        return NOTHING
      }
      document.isOpen = act.does === 'open'
      return document.isOpen
        ? async () =>
            await payload.create({
              collection: 'payload-locked-documents',
              data: {
                document: { relationTo: collection, value: await find() },
                user: { relationTo: 'users', value: editor.id },
              },
            })
        : async () =>
            await payload.delete({
              collection: 'payload-locked-documents',
              where: { 'document.value': { equals: await find() } },
            })
    case 'decide': {
      if (!isThere || document.isOpen || model.conflicts.size === 0) {
        return NOTHING
      }
      const { decision } = act
      for (const [path, { editors, isOverwritten }] of model.conflicts) {
        if (isOverwritten !== (decision === 'theirs')) {
          document.values.set(path, isOverwritten ? editors : model.base.get(path)!)
        }
        if (decision === 'lock') {
          lock(model, path)
        }
      }
      model.conflicts = new Map()
      return () => getSync(payload).decide({ ...record, decision })
    }
    case 'delete': {
      if (!isThere) {
        return NOTHING
      }
      if (rules.hasTrash) {
        document.trashedBy = 'person'
        document.isOpen = false
        return () => update({ deletedAt: new Date().toISOString() })
      }
      model.document = null
      model.missing = 'no'
      model.conflicts = new Map()
      if (rules.onLocalDelete === 'keepAway') {
        model.grave = document.values
      } else {
        model.isStored = false
        model.waiting = null
      }
      return async () =>
        await payload.delete({ id: await find(), collection, overrideAccess: false, user: editor })
    }
    case 'restore':
      if (document?.trashedBy === 'person') {
        document.trashedBy = 'nobody'
        document.isOpen = false
        return () => update({ deletedAt: null })
      }
      if (document?.trashedBy === 'sync' || document?.isDraft) {
        document.trashedBy = 'nobody'
        document.isDraft = false
        document.isOpen = false
        // It is theirs from now on whether it is there.
        return () => update(rules.hasTrash ? { deletedAt: null } : { _status: 'published' })
      }
      if (!model.grave) {
        return NOTHING
      }
      model.document = {
        isDraft: false,
        isOpen: false,
        trashedBy: 'nobody',
        values: model.grave,
      }
      model.grave = null
      storeWaiting(model)
      return () => getSync(payload).restore(record)
    case 'vanish':
      if (!document) {
        return NOTHING
      }
      model.document = null
      return () =>
        getAdapter(payload).pool.query(`delete from ${collection} where external_id = $1`, [
          externalId,
        ])
    default:
  }
  const field = choose(model.fields, act.field)
  switch (act.does) {
    case 'adopt':
      return isThere ? edit(field, model.said.get(field.path) ?? null) : NOTHING
    case 'clear':
      return isThere ? edit(field, null) : NOTHING
    case 'edit':
      return isThere ? edit(field, choose(field.kind.values, act.value)) : NOTHING
    case 'lock':
      if (!isThere) {
        return NOTHING
      }
      unitOf(model, field).forEach((path) => {
        lock(model, path)
        model.conflicts.delete(path)
      })
      return () => getSync(payload).lock({ ...record, fields: [field.path] })
    case 'say':
      model.said.set(field.path, choose(field.kind.values, act.value))
      return NOTHING
    case 'sayNothing':
      model.said.set(field.path, null)
      return NOTHING
    case 'silence':
      model.said.delete(field.path)
      return NOTHING
    case 'unlock': {
      if (!isThere) {
        return NOTHING
      }
      unlock(model, unitOf(model, field))
      return () => getSync(payload).unlock({ ...record, fields: [field.path] })
    }
  }
}

const lock = ({ base, locks }: Model, path: string): void => {
  if (!locks.has(path)) {
    locks.set(path, { before: base.get(path) })
  }
}

/** What was said while fields were locked is merged as if it had only just been said. */
const unlock = (model: Model, paths: readonly string[]): void => {
  const word = new Map(model.base)
  let isReopened = false
  for (const path of paths) {
    const held = model.locks.get(path)
    model.locks.delete(path)
    const field = model.fields.find((one) => one.path === path)
    if (held && field && word.has(path)) {
      const isNews =
        held.before === undefined || toKey(field, held.before) !== toKey(field, word.get(path)!)
      isReopened ||= isNews
      if (held.before === undefined) {
        model.base.delete(path)
      } else if (isNews) {
        model.base.set(path, held.before)
      }
    }
  }
  if (isReopened) {
    model.waiting ??= word
    storeWaiting(model)
  }
}
