import { monitorEventLoopDelay } from 'node:perf_hooks'

const NS_PER_MS = 1_000_000
/** How often it looks, in milliseconds; a turn that takes no time counts as this long. */
const RESOLUTION_MS = 1

type MeasureLoopArgs<TResult> = {
  /** Times that `work` does it; what is printed is the time of one. @default 1 */
  times?: number
  title: string
  work: () => Promise<TResult>
}

/**
 * Does something and prints how long it takes, and for how long whatever else this process had to
 * do waited meanwhile: the delay of the event loop.
 */
export const measureLoop = async <TResult>({
  times = 1,
  title,
  work,
}: MeasureLoopArgs<TResult>): Promise<TResult> => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const begun = performance.now()
  const result = await work()
  const each = (performance.now() - begun) / times
  delay.disable()
  const toMs = (ns: number): string => (ns / NS_PER_MS).toFixed(0)
  console.log(
    `${title}: ${each.toFixed(each < 10 ? 1 : 0)} ms, ` +
      `event loop p99 ${toMs(delay.percentile(99))} ms, maximum ${toMs(delay.max)} ms`,
  )
  return result
}
