'use client'

import type { TextFieldClientComponent } from 'payload'

import { SelectInput, useField, useFormFields } from '@payloadcms/ui'

import { usePluginTranslation } from '../usePluginTranslation.client.js'

type ProviderChoice = { label: string; resources: string[]; value: string }

type ScheduleChoiceProps = {
  /** What may be chosen; not given for timezones, which the browser knows. */
  choices?: ProviderChoice[]
  of: 'provider' | 'resource' | 'timezone'
}

type Option = { label: string; value: string }

/**
 * A text of a schedule, chosen from a list. It is stored as text, because a list in the database
 * would ask for a migration whenever the project's providers change.
 */
export const ScheduleChoice: TextFieldClientComponent = (props) => {
  const { choices = [], field, of, path, readOnly } = props as ScheduleChoiceProps & typeof props
  const { t } = usePluginTranslation()
  const { errorMessage, setValue, showError, value } = useField<null | string>({ path })
  const provider = useFormFields(([fields]) => fields.provider?.value)

  const listOptions = (): Option[] => {
    switch (of) {
      case 'provider':
        return choices
      case 'resource':
        return [
          { label: t('schedules:everyResource'), value: '' },
          ...(choices.find((choice) => choice.value === provider)?.resources ?? []).map(toOption),
        ]
      case 'timezone':
        return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map(
          toOption,
        )
    }
  }
  const options = listOptions()
  // What is stored is shown, also when the config does not have it any more.
  const isKnown = !value || options.some((option) => option.value === value)

  return (
    <SelectInput
      description={field.admin?.description}
      isClearable={false}
      label={field.label}
      localized={false}
      name={path}
      onChange={(option) => setValue(Array.isArray(option) ? null : toText(option.value))}
      options={isKnown ? options : [...options, toOption(value)]}
      path={path}
      readOnly={readOnly ?? false}
      required={field.required}
      showError={showError}
      style={{ flex: `0 1 ${field.admin?.width ?? '100%'}` }}
      value={value ?? ''}
      {...(showError && errorMessage ? { Error: <p role="alert">{errorMessage}</p> } : {})}
    />
  )
}

const toOption = (value: string): Option => ({ label: value, value })

/** Nothing chosen is no text, not an empty one. */
const toText = (value: unknown): null | string =>
  typeof value === 'string' && value !== '' ? value : null
