'use client'

import { useFormFields } from '@payloadcms/ui'

import type { ConnectionForm } from '../../collections/machinery/connections/toConnectionForms.js'

/** What to ask for of the provider that the form names; nothing before it names one. */
export const useConnectionForm = (forms: readonly ConnectionForm[]): ConnectionForm | undefined => {
  const provider = useFormFields(([fields]) => fields.provider?.value)
  return forms.find((form) => form.provider === provider)
}
