'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

type UseNewScheduleArgs = {
  isNew: boolean
  /** Names of those that a schedule may be for. */
  providers: readonly string[]
}

/** As the server has it where nobody says anything. */
const DEFAULT_TIMEZONE = 'UTC'

/** Whoever empties the hour for good is left alone. */
const MOST_FILLS = 4

/** Before most people are up. */
const HOUR = 3

/**
 * Fills in the form of a new schedule what people would have to choose first: three o'clock where
 * they are, and the provider where there is one only. Not on the server, which does not know where
 * they are, and whose defaults are also those of REST.
 */
export const useNewSchedule = ({ isNew, providers }: UseNewScheduleArgs): void => {
  const { dispatchFields } = useForm()
  const fills = useRef(0)
  const hour = useFormFields(([fields]) => fields.hour?.value)
  const minute = useFormFields(([fields]) => fields.minute?.value)
  const provider = useFormFields(([fields]) => fields.provider?.value)
  const timezone = useFormFields(([fields]) => fields.timezone?.value)

  useEffect(() => {
    // The form is there once a default of the server is.
    // Payload puts the server's values over it once more, in which there is no hour, as soon as the
    // effects of all fields are done.
    if (!isNew || timezone !== DEFAULT_TIMEZONE || !isEmpty(hour) || fills.current === MOST_FILLS) {
      return undefined
    }
    const only = providers.length === 1 ? providers[0] : undefined
    const values = {
      hour: HOUR,
      ...(isEmpty(minute) && { minute: 0 }),
      ...(isEmpty(provider) && only !== undefined && { provider: only }),
      timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone || DEFAULT_TIMEZONE,
    }
    const timer = setTimeout(() => {
      fills.current += 1
      for (const [path, value] of Object.entries(values)) {
        dispatchFields({ type: 'UPDATE', path, value })
      }
    }, 0)
    return () => clearTimeout(timer)
  }, [dispatchFields, hour, isNew, minute, provider, providers, timezone])
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''
