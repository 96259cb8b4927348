/**
 * How long `process.exit` may be put off, in milliseconds. Platforms end a process by force ten or
 * thirty seconds after they asked it to end.
 */
const LIMIT_MS = 25_000

type Exit = typeof process.exit

/**
 * Does some work and lets nobody end the process by `process.exit` before it is done. Who calls it
 * meanwhile is heard: the process ends with their code after the work, or when that takes too long.
 */
export const withExitDeferred = async (work: () => Promise<unknown>): Promise<void> => {
  const exit = Reflect.get(process, 'exit')
  let asked: { code?: Parameters<Exit>[0] } | undefined
  const deferred = (code?: Parameters<Exit>[0]): void => {
    asked ??= { code }
  }
  // It does not return by its type; those who call it at the end of their own work do not mind.
  process.exit = deferred as Exit
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS)
  })
  try {
    await Promise.race([work(), limit])
  } finally {
    clearTimeout(timer)
    process.exit = exit
  }
  if (asked) {
    process.exit(asked.code)
  }
}
