import type { CaseCheck, Findings } from '../Check.js'
import type { ReplayAnswer } from '../replayServer.js'

/** Nothing has to be fast here: the answer is held back until the read has ended. */
const LONGEST_WAIT_MS = 2000

/** A read that is told to stop during a request ends before the answer is there. */
export const checkAbort: CaseCheck = async ({ clean, open }) => {
  const findings: Findings = []
  for (const [index, { path }] of clean.requests.entries()) {
    if (!(await endsAt({ index, open }))) {
      findings.push(`request ${index + 1} (${path}): an abort is not passed on`)
    }
  }
  return findings
}

type EndsAtArgs = { index: number } & Pick<Parameters<CaseCheck>[0], 'open'>

/** Whether a read that is aborted when this request has arrived ends before it is answered. */
const endsAt = async ({ index, open }: EndsAtArgs): Promise<boolean> => {
  const controller = new AbortController()
  let release = (): void => undefined
  const reading = open.read({
    onRequest: ({ answer, index: at }) => {
      if (at !== index) {
        return answer
      }
      controller.abort(new Error('The run was told to stop.'))
      return new Promise<ReplayAnswer>((resolve) => {
        release = () => resolve(answer)
      })
    },
    signal: controller.signal,
  })
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LONGEST_WAIT_MS)
  })
  const ended = await Promise.race([reading, patience])
  clearTimeout(timer)
  release()
  await reading
  return ended?.failure !== undefined
}
