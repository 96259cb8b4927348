type WaitShortlyArgs<TResult> = { waitMs: number; work: Promise<TResult> }

/** What some work comes to, or `undefined` where it takes longer. It goes on then. */
export const waitShortly = async <TResult>({
  waitMs,
  work,
}: WaitShortlyArgs<TResult>): Promise<TResult | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const later = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, waitMs, undefined)
  })
  try {
    return await Promise.race([work, later])
  } finally {
    clearTimeout(timer)
  }
}
