/** Where answers keep the reason of a refusal, the most telling one first. */
const MEMBERS = ['error_description', 'message', 'detail', 'error', 'title'] as const

const LONGEST = 200

/** The provider's own words in the answer of a refusal, where there are some. Not yet redacted. */
export const readReason = (body: unknown): string | undefined => {
  if (!isRecord(body)) {
    return undefined
  }
  for (const member of MEMBERS) {
    const value = body[member]
    if (typeof value === 'string' && value.trim() !== '') {
      return value.trim().slice(0, LONGEST)
    }
    const inner = readReason(value)
    if (inner !== undefined) {
      return inner
    }
  }
  return undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
