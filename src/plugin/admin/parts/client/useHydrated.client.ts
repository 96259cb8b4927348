'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => undefined

/**
 * `false` while the page is drawn on the server and taken over, `true` from then on: for what only
 * the browser knows, such as its time zone.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
