import type { Payload } from 'payload'

import type { World } from './createWorld.js'

import { testSlugs } from '../../project/testSlugs.js'
import { FIELDS, OWN_PATH, readPath } from './FIELDS.js'

type FindWrongArgs = { payload: Payload; world: World }

type Row = Record<string, unknown>

/**
 * What is not as the rules want it once everything is at rest, in words: a field that only the
 * provider spoke of holds its newest word; one that a person changed holds that, with an open
 * conflict where the provider has spoken since; and one in which a person took the provider's word
 * is the provider's again.
 */
export const findWrong = async ({ payload, world }: FindWrongArgs): Promise<string[]> => {
  const read = async (collection: string): Promise<Row[]> => {
    const { docs } = await payload.find({ collection, depth: 0, pagination: false })
    return (docs as unknown as Row[]).filter(({ externalId }) =>
      world.ids.includes(String(externalId)),
    )
  }
  const documents = await read(testSlugs.matches)
  const issues = await read(testSlugs.syncIssues)
  const records = await read(testSlugs.syncRecords)
  const wrong: string[] = []

  for (const externalId of world.ids) {
    const isOf = (row: Row): boolean => row.externalId === externalId
    const [document, ...others] = documents.filter(isOf)
    const [record] = records.filter(isOf)
    if (!document || !record || others.length > 0) {
      wrong.push(
        `${externalId}: ${others.length + (document ? 1 : 0)} documents, record: ${!!record}`,
      )
      continue
    }
    const open = issues.filter((issue) => isOf(issue) && issue.status === 'open')
    const hasConflict = open.some(({ kind }) => kind === 'conflict')
    const tell = (path: string, what: string): void => {
      wrong.push(`${externalId} ${path}: ${what}`)
    }
    let mayConflict = false
    for (const field of FIELDS) {
      const { path } = field
      const said = world.readSaid(externalId, field)
      const holds = readPath(document, path)
      const saved = world.readSaved(externalId, path)
      const allowed = saved ? [saved.value, ...(saved.isSaid ? [said] : [])] : [said]
      const saidSince = saved && world.readSaidCount(externalId, field) > saved.saidCount
      mayConflict ||= saved !== undefined
      if (!allowed.includes(holds)) {
        tell(path, `holds ${String(holds)}, should hold ${allowed.join(' or ')} (said: ${said})`)
      }
      if (saidSince && holds !== said && !hasConflict) {
        tell(path, `holds ${String(holds)}, and nobody is told that the provider says ${said}`)
      }
      if (readPath(record.base as Row, path) !== said) {
        tell(path, `remembered is ${String(readPath(record.base as Row, path))}, not ${said}`)
      }
    }
    const own = (world.readSaved(externalId, OWN_PATH)?.value ?? null) as null | string
    if ((document[OWN_PATH] ?? null) !== own) {
      tell(OWN_PATH, `holds ${String(document[OWN_PATH])}, not ${String(own)}`)
    }
    if (record.waiting) {
      tell('record', `still waits with ${JSON.stringify(record.waiting)}`)
    }
    const needless = open.filter(({ kind }) => kind !== 'conflict' || !mayConflict)
    needless.forEach(({ kind, message }) => tell(`issue ${String(kind)}`, String(message)))
  }
  return wrong
}
