/** Of PostgreSQL: a table, a column or a schema that is not there. */
const MISSING_CODES: readonly unknown[] = ['3F000', '42703', '42P01']

/** Whether a statement failed because the database lacks what this version of the plugin needs. */
export const isMissingTable = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && MISSING_CODES.includes(cause.code)) {
      return true
    }
  }
  return false
}
