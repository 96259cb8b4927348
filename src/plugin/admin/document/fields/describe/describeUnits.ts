import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { formatAdminURL } from 'payload/shared'

import type {
  RecordConflict,
  RecordReport,
} from '../../../../../sync/operations/records/getRecordReport.js'
import type { Slugs } from '../../../../options/collectionKeys.js'
import type { FoundField } from '../../../server/findField.js'
import type { FieldUnit, UnitField, UnitState } from '../FieldUnit.js'
import type { Pointer } from './findTitles.js'

import { findPeople } from '../../../../collections/findPeople.js'
import { findField } from '../../../server/findField.js'
import { findTitles } from './findTitles.js'
import { showValue } from './showValue.js'

type DescribeUnitsArgs = {
  collection: SanitizedCollectionConfig
  /** The document with the reader's rights: a field they may not read is not in it. */
  data: Record<string, unknown>
  provider: string
  report: RecordReport
  req: PayloadRequest
  slugs: Slugs
}

type Draft = {
  conflicts: RecordConflict[]
  fields: ({ mine: unknown; path: string; theirs: unknown; waiting?: unknown } & FoundField)[]
  /** Whether the values are ids of documents where they lead to some. */
  isResolved: boolean
  paths: string[]
  state: UnitState
}

/**
 * The fields of a document that its provider speaks of, those that are one together, in the order
 * in which the provider speaks of them.
 */
export const describeUnits = async ({
  collection,
  data,
  provider,
  report,
  req,
  slugs,
}: DescribeUnitsArgs): Promise<FieldUnit[]> => {
  const { i18n, payload } = req
  const find = (path: string): FoundField =>
    findField({ blocks: payload.blocks, fields: collection.flattenedFields, i18n, path })
  const drafts = listUnits(report)
    .map((paths) => toDraft({ data, find, paths, report }))
    .filter(({ fields }) => fields.length > 0)
  const pointers = drafts.flatMap(({ fields, isResolved }) =>
    fields.flatMap(({ field, mine, theirs, waiting }): Pointer[] => [
      { field, isSaid: false, value: mine },
      { field, isSaid: !isResolved, value: theirs },
      { field, isSaid: true, value: waiting },
    ]),
  )
  const [titleOf, runs, people] = await Promise.all([
    findTitles({ pointers, provider, req }),
    findRuns({ ids: report.conflicts.flatMap(({ run }) => run ?? []), req, slugs }),
    findPeople({ people: report.locks.flatMap(({ by }) => by ?? []), req }),
  ])
  const show = (pointer: Pointer) => showValue({ ...pointer, i18n, titleOf })
  return drafts.map(({ conflicts, fields, isResolved, paths, state }): FieldUnit => {
    const lock = report.locks.find(({ field }) => paths.includes(field))
    const [first] = [...conflicts].sort((one, other) => one.since.localeCompare(other.since))
    return {
      fields: fields.map(({ field, label, mine, path, theirs, waiting }): UnitField => ({
        label,
        mine: show({ field, isSaid: false, value: mine }),
        path,
        theirs: show({ field, isSaid: !isResolved, value: theirs }),
        ...(waiting !== undefined && {
          waiting: show({ field, isSaid: true, value: waiting }),
        }),
      })),
      isOverwritten: conflicts.some(({ isOverwritten }) => isOverwritten === true),
      labels: Object.fromEntries(paths.map((path) => [path, find(path).label])),
      lockedBy: lock?.by ? (people.get(`${lock.by.collection}/${lock.by.id}`) ?? null) : null,
      paths,
      run: (first?.run && runs.get(first.run)) || null,
      since: lock?.at ?? first?.since ?? null,
      state,
    }
  })
}

/** Paths of the fields that the provider speaks of or that are locked, those that are one together. */
const listUnits = ({ locks, synced }: RecordReport): string[][] => {
  const units = synced.map(({ together }) => [...together])
  const known = new Set(units.flat())
  const others = locks.filter(({ field }) => !known.has(field)).map(({ field }) => [field])
  return [...new Map([...units, ...others].map((unit) => [unit.join(','), unit])).values()]
}

type ToDraftArgs = {
  find: (path: string) => FoundField
  paths: string[]
} & Pick<DescribeUnitsArgs, 'data' | 'report'>

const toDraft = ({ data, find, paths, report }: ToDraftArgs): Draft => {
  const isOf = (path: string): boolean =>
    paths.some((own) => path === own || path.startsWith(`${own}.`))
  // In the order in which the fields that are one are named.
  const conflicts = paths.flatMap((own) =>
    report.conflicts.filter(({ field }) => field === own || field.startsWith(`${own}.`)),
  )
  const isEdited = report.edited.some(({ field }) => isOf(field))
  const isLocked = report.locks.some(({ field }) => isOf(field))
  const state = isLocked
    ? 'locked'
    : conflicts.length > 0
      ? 'conflict'
      : isEdited
        ? 'edited'
        : 'synced'
  const said = new Map(report.synced.map((field) => [field.field, field.said]))
  const waiting = new Map(report.waiting?.fields.map((field) => [field.field, field.said]))
  const isResolved = state === 'conflict'
  const rows = isResolved
    ? conflicts.map(({ current, field, incoming }) => ({
        mine: current as unknown,
        path: field,
        theirs: incoming as unknown,
      }))
    : paths
        .filter((path) => said.has(path) || isLocked)
        .map((path) => ({ mine: read(data, path), path, theirs: said.get(path) }))
  return {
    conflicts,
    fields: rows
      .filter(({ path }) => hasField(data, paths.find((own) => path.startsWith(`${own}.`)) ?? path))
      .map((row) => ({
        ...row,
        ...find(row.path),
        ...(waiting.has(row.path) && { waiting: waiting.get(row.path) ?? null }),
      })),
    isResolved,
    paths,
    state,
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const read = (data: unknown, path: string): unknown =>
  path.split('.').reduce((held, key) => (isObject(held) ? held[key] : undefined), data)

/** Whether the reader sees the field. */
const hasField = (data: Record<string, unknown>, path: string): boolean => {
  const keys = path.split('.')
  const holder = keys.slice(0, -1).reduce<unknown>((held, key) => {
    return isObject(held) ? held[key] : undefined
  }, data)
  return isObject(holder) && keys.at(-1)! in holder
}

type FindRunsArgs = { ids: string[] } & Pick<DescribeUnitsArgs, 'req' | 'slugs'>

const findRuns = async ({
  ids,
  req,
  slugs,
}: FindRunsArgs): Promise<Map<string, { href: string; title: string }>> => {
  if (ids.length === 0) {
    return new Map()
  }
  const { docs } = await req.payload.find({
    collection: slugs.syncLogs,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true },
    where: { id: { in: [...new Set(ids)] } },
  })
  return new Map(
    docs.map((run) => [
      String(run.id),
      {
        href: formatAdminURL({
          adminRoute: req.payload.config.routes.admin,
          path: `/collections/${slugs.syncLogs}/${run.id}`,
        }),
        title: 'title' in run && typeof run.title === 'string' ? run.title : String(run.id),
      },
    ]),
  )
}
