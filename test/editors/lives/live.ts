import type { LivesProject } from './createLivesProject.js'
import type { Life, Trouble, Variant } from './Life.js'
import type { Model, Values } from './Model.js'

import { getAdapter } from '../../../src/sync/store/Database.js'
import { act } from './act.js'
import { toFields } from './createLivesProject.js'
import { cutOnce } from './cutOnce.js'
import { findDifferences } from './findDifferences.js'
import { UNIT } from './KINDS.js'
import { syncModel } from './syncModel.js'

/** So many that a life that goes is never most of what there is. */
const FILLERS = 5

const toModel = ({ fields, variant }: Life): Model => {
  const known = toFields(variant)
  const chosen = new Set(fields.map((index) => known[index % known.length]!))
  // Those that are one are locked together, whichever a life is about.
  const all = known.filter(
    (field) =>
      chosen.has(field) ||
      (UNIT.includes(field.path) && [...chosen].some(({ path }) => UNIT.includes(path))),
  )
  return {
    base: new Map(),
    conflicts: new Map(),
    document: null,
    fields: all,
    grave: null,
    isListed: true,
    isStored: false,
    locks: new Map(),
    missing: 'no',
    said: new Map(all.map(({ kind, path }, index) => [path, kind.values[index % 2]!])),
    variant,
    waiting: null,
  }
}

type LiveArgs = {
  /** Of one variant. */
  lives: readonly Life[]
  project: LivesProject
}

/**
 * Lives all of them at once, each sync being one for all. What is not as it should be, in words;
 * nothing where all is well.
 */
export const live = async ({ lives, project }: LiveArgs): Promise<string[]> => {
  const { variant } = lives[0]!
  const models = new Map(lives.map((life, index) => [`life-${index}`, toModel(life)]))
  await clear({ project, variant })
  const list = (): number => {
    const listed = [...models].filter(([, { isListed }]) => isListed)
    const fillers = Array.from({ length: FILLERS + lives.length }, (_, index) => `filler-${index}`)
    const records: [string, Values][] = [
      ...fillers.map((id): [string, Values] => [id, new Map([['home', 1]])]),
      ...listed.map(([id, { said }]): [string, Values] => [id, new Map(said)]),
    ]
    project.list(new Map(records))
    return records.length
  }
  const rounds = Math.max(...lives.map((life) => life.rounds.length))
  const first = await syncTwice({ list, models, project, variant })
  if (first.length > 0) {
    return first.map((what) => `at first: ${what}`)
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, life] of lives.entries()) {
      const externalId = `life-${index}`
      for (const each of life.rounds[round]?.acts ?? []) {
        await act({ act: each, externalId, model: models.get(externalId)!, project })
      }
    }
    const troubles = new Set(lives.map((life) => life.rounds[round]?.trouble))
    for (const trouble of ['outage', 'page', 'cut'] as const) {
      if (troubles.has(trouble)) {
        await syncInTrouble({ list, models, project, trouble, variant })
      }
    }
    const wrong = await syncTwice({ list, models, project, variant })
    if (wrong.length > 0) {
      return wrong.map((what) => `round ${round}: ${what}`)
    }
  }
  return []
}

type SyncArgs = {
  list: () => number
  models: ReadonlyMap<string, Model>
  project: LivesProject
  variant: Variant
}

const syncTwice = async ({ list, models, project, variant }: SyncArgs): Promise<string[]> => {
  const listed = list()
  const run = await project.sync(variant)
  models.forEach((model) => syncModel(model))
  const { state, wrong } = await findDifferences({ models, project })
  const { conflicts: _, deferred, fetched, invalid, missing: __, ...counts } = run.counts
  const { created, unchanged, updated } = counts
  const all = created + unchanged + updated + deferred + invalid
  if (run.status !== 'completed' || fetched !== all || fetched < listed) {
    wrong.push(`the run is ${run.status}, of ${listed}: ${JSON.stringify(run.counts)}`)
  }
  const again = await project.sync(variant)
  models.forEach((model) => syncModel(model))
  const after = await findDifferences({ models, project })
  const hasWritten = again.counts.created + again.counts.updated + again.counts.conflicts > 0
  const toStable = (row: string): string => row.replaceAll(/"waitingAt":"[^"]*"/gu, '')
  const moved = [...after.state].filter(
    ([externalId, row]) => toStable(row) !== toStable(state.get(externalId) ?? ''),
  )
  if (hasWritten || moved.length > 0) {
    wrong.push(`the second sync wrote: ${JSON.stringify(again.counts)} ${moved.join('\n')}`)
  }
  return [...new Set([...after.wrong.map((what) => `${what} (again)`), ...wrong])]
}

type SyncInTroubleArgs = { trouble: Exclude<Trouble, 'nothing'> } & SyncArgs

const syncInTrouble = async ({
  list,
  models,
  project,
  trouble,
  variant,
}: SyncInTroubleArgs): Promise<void> => {
  list()
  switch (trouble) {
    case 'cut':
      await cutOnce({ payload: project.payload, work: () => project.sync(variant) })
      break
    case 'outage':
      project.list(new Map())
      await project.sync(variant)
      models.forEach((model) => syncModel(model, { isOutage: true }))
      break
    case 'page':
      project.failPages(true)
      await project.sync(variant)
      project.failPages(false)
      break
  }
}

type ClearArgs = { project: LivesProject; variant: Variant }

const clear = async ({ project: { payload }, variant }: ClearArgs): Promise<void> => {
  const { pool } = getAdapter(payload)
  await pool.query('delete from payload_locked_documents')
  await pool.query(`delete from ${variant.toLowerCase()}`)
  await pool.query('delete from sync_records where resource = $1', [variant])
  await pool.query('delete from sync_issues')
}
