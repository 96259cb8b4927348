/**
 * Whether the database refused or broke off a statement, in whatever the error is wrapped. Each of
 * its errors names a severity and a code of five characters; the driver's own name neither.
 */
export const isDatabaseError = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('severity' in cause && 'code' in cause && /^\w{5}$/.test(String(cause.code))) {
      return true
    }
  }
  return false
}
