const ROUNDS = 50
/** Prepares statements and warms caches; not counted. */
const WARM_UP = 5

type MeasureReadsArgs = { read: () => Promise<unknown>; title: string }

/** Does one thing again and again, and prints how long it takes. */
export const measureReads = async ({ read, title }: MeasureReadsArgs): Promise<void> => {
  const times: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const begun = performance.now()
    await read()
    times.push(performance.now() - begun)
  }
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b)
  const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(0)
  console.log(`  ${title.padEnd(24)} median ${at(0.5)} ms, p95 ${at(0.95)} ms (${ROUNDS} times)`)
}
