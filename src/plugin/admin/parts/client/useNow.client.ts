'use client'

import { useEffect, useState } from 'react'

type UseNowArgs = {
  /** The server's time when it drew the page, so that both draw the same ages. */
  initialNow: number
  /** How often to look at the clock; `null` stops it. */
  intervalMs: null | number
  /** How far the server's clock is ahead of the browser's. */
  skewMs?: number
}

/** The time, for ages on the screen, in milliseconds since 1970. */
export const useNow = ({ initialNow, intervalMs, skewMs = 0 }: UseNowArgs): number => {
  const [now, setNow] = useState(initialNow)

  useEffect(() => {
    if (intervalMs === null) {
      return
    }
    const look = () => setNow(Date.now() + skewMs)
    look()
    const timer = setInterval(look, intervalMs)

    return () => clearInterval(timer)
  }, [intervalMs, skewMs])

  return now
}
