import type { RestTest } from '../../rest/createRestTest.js'
import type { World } from './createWorld.js'
import type { Field } from './FIELDS.js'

import { testSlugs } from '../../project/testSlugs.js'
import { FIELDS, OWN_PATH, toDocument, withPath } from './FIELDS.js'

type Match = { id: number | string } & Record<string, unknown>

type CreateEditorArgs = {
  /** Awaited between two things that a person does. */
  pause: () => Promise<unknown>
  pick: <TItem>(items: readonly TItem[]) => TItem
  rest: RestTest
  token: string
  userId: number | string
  world: World
}

/** What an editor does to one document. Others of the same document wait meanwhile. */
export type Act = (externalId: string) => Promise<void>

const { matches } = testSlugs

/** Saves that were refused because a sync was faster, or because the document is gone. */
const REFUSED = new Set([404, 423])

/** A person who works on documents, in every way there is. */
export const createEditor = ({
  pause,
  pick,
  rest: { ask, payload },
  token,
  userId,
  world,
}: CreateEditorArgs): Record<string, Act> => {
  const find = async (externalId: string): Promise<Match | undefined> => {
    const { docs } = await payload.find({
      collection: matches,
      depth: 0,
      where: { externalId: { equals: externalId } },
    })
    return docs[0] as Match | undefined
  }

  /** Whether it was saved. */
  const saveLocally = async (id: Match['id'], data: Record<string, unknown>): Promise<boolean> => {
    try {
      await payload.update({ id, collection: matches, data })
      return true
    } catch (error) {
      if (REFUSED.has((error as { status: number }).status)) {
        return false
      }
      throw error
    }
  }

  const saveByRest = async (id: Match['id'], body: Record<string, unknown>): Promise<boolean> => {
    const { body: answer, status } = await ask({
      body,
      method: 'PATCH',
      path: `/${matches}/${id}`,
      token,
    })
    if (status !== 200 && !REFUSED.has(status)) {
      throw new Error(`A save was answered with ${status}: ${JSON.stringify(answer)}`)
    }
    return status === 200
  }

  const choose = (): { field: Field | undefined; path: string } => {
    const field = pick([undefined, ...FIELDS])
    return { field, path: field?.path ?? OWN_PATH }
  }
  const invent = (field: Field | undefined): unknown => world.inventEdited(field ?? FIELDS[0]!)

  const openForm = async ({ externalId, isLocked }: { externalId: string; isLocked: boolean }) => {
    const match = await find(externalId)
    if (!match) {
      return
    }
    if (isLocked) {
      await payload.create({
        collection: 'payload-locked-documents',
        data: {
          document: { relationTo: matches, value: match.id },
          user: { relationTo: 'users', value: userId },
        },
      })
    }
    const { body } = await ask({ path: `/${matches}/${match.id}?depth=0`, token })
    await pause()
    await pause()
    const { field, path } = choose()
    const value = invent(field)
    const form = withPath(body as Record<string, unknown>, path, value)
    if (await saveByRest(match.id, form)) {
      world.noteSaved({ externalId, path, value })
    }
  }

  return {
    adopts: async (externalId) => {
      const match = await find(externalId)
      const field = pick(FIELDS)
      const value = world.readSaid(externalId, field)
      if (match && (await saveByRest(match.id, toDocument(field.path, value)))) {
        world.noteSaved({ externalId, isSaid: true, path: field.path, value })
      }
    },
    deletes: async (externalId) => {
      const match = await find(externalId)
      if (match) {
        const { status } = await ask({
          method: 'DELETE',
          path: `/${matches}/${match.id}`,
          token,
        })
        if (status === 200) {
          world.forget(externalId)
        }
      }
    },
    savesField: async (externalId) => {
      const match = await find(externalId)
      const { field, path } = choose()
      const value = invent(field)
      if (match && (await saveLocally(match.id, toDocument(path, value)))) {
        world.noteSaved({ externalId, path, value })
      }
    },
    savesForm: (externalId) => openForm({ externalId, isLocked: true }),
    savesOldForm: (externalId) => openForm({ externalId, isLocked: false }),
    savesTwoFieldsAtOnce: async (externalId) => {
      const match = await find(externalId)
      const first = pick(FIELDS)
      const second = pick(FIELDS.filter((field) => field !== first))
      if (!match) {
        return
      }
      const saves = [first, second].map(async (field, index) => {
        const value = world.inventEdited(field)
        const data = toDocument(field.path, value)
        const save = index === 0 ? saveLocally : saveByRest
        if (await save(match.id, data)) {
          world.noteSaved({ externalId, path: field.path, value })
        }
      })
      await Promise.all(saves)
    },
  }
}
