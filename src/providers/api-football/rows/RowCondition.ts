/** Whether a row is one that was asked for. A row that does not tell counts as asked for. */
export type RowCondition = (row: unknown) => boolean
