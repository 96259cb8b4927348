/** Rows of one statement. With thirty columns that is half of the 65,535 parameters it may have. */
const MOST_ROWS = 1000

type InChunksArgs<TRow> = {
  rows: readonly TRow[]
  /** Told of some of the rows at a time, in their order. */
  work: (rows: TRow[]) => Promise<unknown>
}

/** Does work for any number of rows, as many at once as a statement can hold. */
export const inChunks = async <TRow>({ rows, work }: InChunksArgs<TRow>): Promise<void> => {
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    await work(rows.slice(start, start + MOST_ROWS))
  }
}
