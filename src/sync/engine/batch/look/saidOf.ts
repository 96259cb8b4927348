/** What was said at one moment, in the database's time, apart from some that was said at another. */
type Said = { saidAt: Date }
type MaybeSaid = { saidAt?: Date | undefined }

/** When a record of a batch was said: a batch may be made of several pages. */
export const saidOf = (record: MaybeSaid, batch: Said): Date => record.saidAt ?? batch.saidAt

/** ExternalIds of records by the moment at which they were said. */
export const groupBySaid = (
  records: readonly ({ externalId: string } & MaybeSaid)[],
  batch: Said,
): { at: Date; ids: string[] }[] => {
  const groups = new Map<number, string[]>()
  for (const record of records) {
    const at = saidOf(record, batch).getTime()
    const ids = groups.get(at)
    if (ids) {
      ids.push(record.externalId)
    } else {
      groups.set(at, [record.externalId])
    }
  }
  return [...groups].map(([at, ids]) => ({ at: new Date(at), ids }))
}

type EarliestArgs = {
  prepared: readonly MaybeSaid[]
  rejected: readonly MaybeSaid[]
} & Said

/** When the first of a batch's pages was asked for. */
export const findEarliest = ({ prepared, rejected, saidAt }: EarliestArgs): number =>
  [...prepared, ...rejected].reduce(
    (earliest, record) => Math.min(earliest, saidOf(record, { saidAt }).getTime()),
    saidAt.getTime(),
  )
