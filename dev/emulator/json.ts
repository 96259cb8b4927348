export type Json = boolean | Json[] | null | number | Row | string

/** One object as it stands in an answer. */
export type Row = { [field: string]: Json }

/** As text: a string as it is, anything else as JSON. */
export const jsonText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null)

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
