'use client'

import type { ReactElement } from 'react'

import { useSyncExternalStore } from 'react'

type LocalTimeProps = {
  /** ISO 8601. */
  date: string
  /** Of the reader: `de`. */
  language: string
}

const OPTIONS = {
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  month: 'short',
  weekday: 'short',
} as const satisfies Intl.DateTimeFormatOptions

const subscribe = () => () => undefined

/** Day and time by the reader's clock; by UTC until the browser says where the reader is. */
export const LocalTime = ({ date, language }: LocalTimeProps): ReactElement => {
  const isLocal = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  const format = new Intl.DateTimeFormat(language, {
    ...OPTIONS,
    ...(isLocal ? {} : { timeZone: 'UTC' }),
    // A day of another year says which.
    ...(new Date(date).getUTCFullYear() === new Date().getUTCFullYear() ? {} : { year: 'numeric' }),
  })

  return <time dateTime={date}>{format.format(new Date(date))}</time>
}
