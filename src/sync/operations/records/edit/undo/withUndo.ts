import type { Payload } from 'payload'

import type { Initiator } from '../../../../run/Run.js'
import type { RecordArgs } from '../withRecord.js'
import type { Snapshot } from './takeSnapshot.js'

import { open, seal } from '../../../../../shared/sealing/seal.js'
import { getKeyring } from '../../../../store/connections/sealValues.js'
import { withRecord } from '../withRecord.js'
import { takeSnapshot } from './takeSnapshot.js'

/** What takes something back that a person did to fields of a record. */
export type Undo = {
  after: Snapshot
  /** When it was done. ISO 8601. */
  at: string
  before: Snapshot
  by: Initiator | null
}

type WithUndoArgs<TResult> = {
  fields?: readonly string[] | undefined
  record: RecordArgs
  work: () => Promise<TResult>
}

/**
 * Does something to fields of a record, and returns with what comes of it a text that takes it back
 * (`undoEdit`). The text is sealed: it may hold what its reader may not see, and nobody can make one
 * up.
 */
export const withUndo = async <TResult>({
  fields,
  record,
  work,
}: WithUndoArgs<TResult>): Promise<{ result: TResult; undo: string }> => {
  const look = (of: readonly string[] | undefined) =>
    withRecord({
      ...record,
      work: async (held) => ({
        at: held.job.clock.now().toISOString(),
        by: held.job.person ?? null,
        snapshot: await takeSnapshot({ fields: of, held }),
      }),
    })
  const { at, by, snapshot: before } = await look(fields)
  const result = await work()
  const { snapshot: after } = await look(fields ?? Object.keys(before.conflicts))
  return { result, undo: sealUndo({ record, undo: { after, at, before, by } }) }
}

type About = { payload: Payload } & Pick<RecordArgs, 'externalId' | 'provider' | 'resource'>

const toContext = ({ externalId, provider, resource }: About): string =>
  JSON.stringify(['undo', provider, resource, externalId])

const sealUndo = ({ record, undo }: { record: About; undo: Undo }): string =>
  seal({
    context: toContext(record),
    keyring: getKeyring(record),
    value: JSON.stringify(undo),
  })

/**
 * What `withUndo` sealed.
 *
 * @throws UnreadableSecretError when it is of another record, or was changed
 */
export const openUndo = ({ record, undo }: { record: About; undo: string }): Undo =>
  JSON.parse(
    open({ context: toContext(record), keyring: getKeyring(record), sealed: undo }),
  ) as Undo
