/** What one way of writing took for some records. */
export type Measured = {
  /** Of this process, the database's not among it. */
  cpuMs: number
  ms: number
  records: number
  statements: number
}

/** Who writes, and what. */
export type Measurement = { case: string; size: number; who: Who } & Measured

export type Who = 'import' | 'loop' | 'plugin' | 'sql'
