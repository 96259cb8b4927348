const since = performance.now()

/** Says what is going on: Vitest is silent for the minutes that all of this takes. */
export const tell = (what: string): void => {
  const seconds = Math.round((performance.now() - since) / 1000)
  process.stderr.write(`[neighbours ${seconds} s] ${what}\n`)
}
