import { describeError, isSyncError } from '../../../../shared/errors/index.js'
import { plainWords } from '../../../../shared/plainWords.js'
import { redact } from '../../../../shared/redact/redact.js'

/** Why a run failed, as its row says it. */
export type RunFailure = { code: string; message: string }

type ToFailureArgs = { error: unknown; secrets: readonly string[] }

/** The permanent code of an error and its reason, without secrets. */
export const toFailure = ({ error, secrets }: ToFailureArgs): RunFailure => {
  if (isSyncError(error)) {
    return { code: error.code, message: plainWords(redact({ secrets, text: error.message })) }
  }
  const text = `The sync stopped because of an unexpected error: ${describeError(error)}`
  return { code: 'UNEXPECTED', message: plainWords(redact({ secrets, text })).slice(0, 2000) }
}
