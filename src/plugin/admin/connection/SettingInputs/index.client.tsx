'use client'

import type { ReactElement } from 'react'

import {
  Banner,
  CheckboxInput,
  FieldLabel,
  SelectInput,
  ShimmerEffect,
  TextInput,
  useDocumentInfo,
  useField,
} from '@payloadcms/ui'

import type { ConnectionInput } from '../../../collections/machinery/connections/toConnectionForms.js'
import type { ConnectionPartProps } from '../ConnectionForm/index.client.js'
import type { Choice } from './useChoices.client.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useConnectionForm } from '../useConnectionForm.client.js'
import { useChoices } from './useChoices.client.js'

type Settings = Record<string, unknown>

/** What else is particular about a connection, chosen from what the provider has once it is asked. */
const SettingInputs = ({ forms, readOnly = false }: ConnectionPartProps): null | ReactElement => {
  const { id } = useDocumentInfo()
  const { language, t } = usePluginTranslation()
  const form = useConnectionForm(forms)
  const { errorMessage, setValue, showError, value } = useField<null | Settings>({
    path: 'settings',
  })
  const isAsked = form?.settings.some(({ kind, values }) => kind === 'choice' && !values) ?? false
  const { choices, isLoading, problem } = useChoices({ isAsked, language })
  if (!form || form.settings.length === 0) {
    return null
  }
  const change = (name: string, setting: unknown): void => {
    const { [name]: _, ...others } = value ?? {}
    setValue(setting === undefined || setting === '' ? others : { ...others, [name]: setting })
  }

  return (
    <fieldset className="sync-connection">
      <legend>{t('fields:settings')}</legend>
      {showError && errorMessage ? <Banner type="error">{errorMessage}</Banner> : null}
      {isAsked && id === undefined ? <p>{t('connections:chooseLater')}</p> : null}
      {problem === undefined ? null : (
        <Banner type="info">{t('connections:noChoices', { reason: problem })}</Banner>
      )}
      {form.settings.map((input) => (
        <SettingInput
          choices={
            input.values?.map((one) => ({ label: String(one), value: one })) ?? choices[input.name]
          }
          input={input}
          isLoading={isLoading}
          key={input.name}
          onChange={(setting) => change(input.name, setting)}
          readOnly={readOnly}
          value={value?.[input.name]}
        />
      ))}
    </fieldset>
  )
}

export default SettingInputs

type SettingInputProps = {
  choices: Choice[] | undefined
  input: ConnectionInput
  /** While the provider is asked for what may be chosen. */
  isLoading: boolean
  onChange: (setting: unknown) => void
  readOnly: boolean
  value: unknown
}

const SettingInput = ({
  choices,
  input: { name, description, isRequired, kind, label },
  isLoading,
  onChange,
  readOnly,
  value,
}: SettingInputProps): ReactElement => {
  const path = `settings.${name}`
  const text = toText(value)
  const shared = { description, label, path, readOnly, required: isRequired }
  if (isLoading && kind === 'choice' && !choices) {
    return (
      <div>
        <FieldLabel as="span" label={label} required={isRequired} />
        <ShimmerEffect height="calc(var(--base) * 2)" />
      </div>
    )
  }
  if (choices) {
    // What is stored is shown, also when the provider does not have it any more.
    const isKnown = text === '' || choices.some((choice) => String(choice.value) === text)
    const all = isKnown ? choices : [...choices, { label: text, value }]
    return (
      <SelectInput
        {...shared}
        isClearable={!isRequired}
        name={path}
        onChange={(option) => {
          const chosen = Array.isArray(option) ? undefined : option?.value
          onChange(all.find((choice) => String(choice.value) === chosen)?.value)
        }}
        options={all.map((choice) => ({ label: choice.label, value: String(choice.value) }))}
        value={text}
      />
    )
  }
  if (kind === 'switch') {
    return (
      <CheckboxInput
        checked={value === true}
        id={`field-${path.replace(/\./g, '__')}`}
        label={label}
        name={path}
        onToggle={(event) => onChange(event.target.checked)}
        readOnly={readOnly}
      />
    )
  }
  return (
    <TextInput
      {...shared}
      htmlAttributes={{ autoComplete: 'off' }}
      onChange={(event: { target: { value: string } }) =>
        onChange(kind === 'number' ? toNumber(event.target.value) : event.target.value)
      }
      value={text}
    />
  )
}

/** A number once it is one, so that the server can say of anything else what it expects. */
const toNumber = (text: string): number | string =>
  text.trim() !== '' && String(Number(text)) === text ? Number(text) : text

/** As it is typed; what no input can show is shown as JSON. */
const toText = (value: unknown): string => {
  if (value === undefined || value === null) {
    return ''
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}
