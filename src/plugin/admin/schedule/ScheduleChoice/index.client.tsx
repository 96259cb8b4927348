'use client'

import type { TextFieldClientComponent } from 'payload'

import { SelectInput, useField, useFormFields } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

type ProviderChoice = { label: string; resources: string[]; value: string }

type ScheduleChoiceProps = {
  /** What may be chosen; not given for timezones, which the browser knows. */
  choices?: ProviderChoice[]
  of: 'provider' | 'resource' | 'timezone' | 'weekday'
}

type Option = { label: string; value: string }

/**
 * A text of a schedule, chosen from a list. It is stored as text, because a list in the database
 * would ask for a migration whenever the project's providers change.
 */
export const ScheduleChoice: TextFieldClientComponent = (props) => {
  const { choices = [], field, of, path, readOnly } = props as ScheduleChoiceProps & typeof props
  const { language, names, t } = usePluginTranslation()
  const { setValue, showError, value } = useField<null | number | string>({ path })
  const provider = useFormFields(([fields]) => fields.provider?.value)

  const listOptions = (): Option[] => {
    switch (of) {
      case 'provider':
        return choices
      case 'resource':
        return [
          { label: t('schedules:everyResource'), value: '' },
          ...(choices.find((choice) => choice.value === provider)?.resources ?? []).map(
            (resource) => ({
              label: names.resource({ provider: String(provider), resource }),
              value: resource,
            }),
          ),
        ]
      case 'timezone':
        return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map(
          toOption,
        )
      case 'weekday':
        return WEEKDAYS.map((day) => ({
          label: nameWeekday({ day, language }),
          value: String(day),
        }))
    }
  }
  const options = listOptions()
  // What is stored is shown, also when the config does not have it any more.
  const stored = value === null || value === undefined ? '' : String(value)
  const isKnown = stored === '' || options.some((option) => option.value === stored)

  return (
    <SelectInput
      description={field.admin?.description}
      isClearable={false}
      label={field.label}
      localized={false}
      name={path}
      onChange={(option) =>
        setValue(Array.isArray(option) ? null : toValue({ of, value: option.value }))
      }
      options={isKnown ? options : [...options, toOption(stored)]}
      path={path}
      readOnly={readOnly ?? false}
      required={field.required}
      showError={showError}
      style={mergeFieldStyles(field)}
      value={stored}
    />
  )
}

const toOption = (value: string): Option => ({ label: value, value })

type ToValueArgs = { of: ScheduleChoiceProps['of']; value: unknown }

/** Nothing chosen is nothing stored, not an empty text. */
const toValue = ({ of, value }: ToValueArgs): null | number | string =>
  typeof value !== 'string' || value === '' ? null : of === 'weekday' ? Number(value) : value

/** As cron counts them, in the order in which most of the world reads them. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0]

const SUNDAY = Date.UTC(2031, 0, 5)
const DAY_MS = 24 * 60 * 60 * 1000

type NameWeekdayArgs = { day: number; language: string }

const nameWeekday = ({ day, language }: NameWeekdayArgs): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(
    SUNDAY + day * DAY_MS,
  )
