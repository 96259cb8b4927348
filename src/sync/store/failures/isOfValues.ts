import { ValidationError } from 'payload'

/** Data that a column cannot take, and rows that break a constraint, as Postgres calls them. */
const VALUE_CODES = /^2[23]/

/**
 * Whether a document was refused for the values that were to be written, by validation or by the
 * database. The same values are refused again; with others it may be stored.
 *
 * @see PostgreSQL documentation, appendix A: error codes (classes 22, 23)
 */
export const isOfValues = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ValidationError) {
      return true
    }
    if ('code' in cause && typeof cause.code === 'string' && VALUE_CODES.test(cause.code)) {
      return true
    }
  }
  return false
}
