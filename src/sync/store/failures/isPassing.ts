import { isSyncError } from '../../../shared/errors/index.js'

/**
 * What Postgres and the network call a failure that goes away by itself: connections that broke or
 * were refused, a server that stops, starts or is a copy for reading, transactions that were in
 * each other's way, and statements that waited or took too long. A statement that an operator
 * cancels has the code of one that took too long, and the words for either are in the server's
 * language.
 *
 * @see PostgreSQL documentation, appendix A: error codes (classes 08, 25, 40, 53, 55, 57)
 */
const PASSING_CODES =
  /^(?:08\w{3}|40\w{3}|53\w{3}|55P03|55006|57014|57P0[1-5]|25006|25P0[34]|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EPIPE|ETIMEDOUT)$/

/** What the driver says of a connection that broke, without any code. */
const PASSING_MESSAGES =
  /Connection terminated|is not queryable|timeout expired|Query read timeout|timeout exceeded when trying|connection timeout|cannot begin transaction/i

/** Whether the same work may succeed later without anybody changing anything. */
export const isPassing = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isSyncError(cause)) {
      return cause.isRetryable
    }
    if ('code' in cause && typeof cause.code === 'string' && PASSING_CODES.test(cause.code)) {
      return true
    }
    if (PASSING_MESSAGES.test(cause.message)) {
      return true
    }
  }
  return false
}
