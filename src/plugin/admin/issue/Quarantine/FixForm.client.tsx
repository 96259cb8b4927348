'use client'

import type { ReactElement } from 'react'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { FormField } from '../IssueView/describeFields.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { toTyped } from './toTyped.js'

type FixFormProps = {
  fields: readonly FormField[]
  isDisabled: boolean
  /** The values that differ from what was mapped, by path. */
  onSend: (values: Record<string, unknown>) => void
}

const toText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as boolean | number | string)

/** The values of a record as far as they could be read, to be put right. */
export const FixForm = ({ fields, isDisabled, onSend }: FixFormProps): ReactElement => {
  const { t } = usePluginTranslation()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const changed = Object.keys(typed)
  const titleId = useId()

  const send = (): void => {
    const values = fields
      .filter(({ path }) => typed[path] !== undefined)
      .map((field) => [field.path, toTyped({ field, text: typed[field.path]! })] as const)
    onSend(Object.fromEntries(values))
  }

  return (
    <form
      aria-labelledby={titleId}
      className="sync-issue__panel sync-issue__fix"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h2 className="sync-view__heading" id={titleId}>
        {t('quarantine:fix')}
      </h2>
      <p className="sync-issue__hint">{t('quarantine:fixHint')}</p>
      {/* What is wrong comes first. */}
      {[...fields]
        .sort((one, other) => Number(!one.problem) - Number(!other.problem))
        .map((field) => (
          <FixInput
            field={field}
            key={field.path}
            onType={(text) => setTyped((before) => ({ ...before, [field.path]: text }))}
            text={typed[field.path] ?? toText(field.value)}
          />
        ))}
      <Button
        disabled={isDisabled || changed.length === 0}
        margin={false}
        size="small"
        type="submit"
      >
        {t('quarantine:store')}
      </Button>
    </form>
  )
}

type FixInputProps = { field: FormField; onType: (text: string) => void; text: string }

const FixInput = ({
  field: { type, label, options, path, problem },
  onType,
  text,
}: FixInputProps): ReactElement => {
  const { t } = usePluginTranslation()
  const id = `sync-fix-${path.replaceAll('.', '-')}`
  const shared = {
    id,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
    'aria-invalid': problem === undefined ? undefined : true,
    value: text,
  }
  const choices =
    type === 'checkbox'
      ? [
          { label: t('quarantine:yes'), value: 'true' },
          { label: t('quarantine:no'), value: 'false' },
        ]
      : options

  return (
    <div className="sync-issue__field" data-wrong={problem !== undefined}>
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select {...shared} onChange={({ target }) => onType(target.value)}>
          <option value="">—</option>
          {choices.every(({ value }) => value !== text) && text !== '' && (
            <option value={text}>{text}</option>
          )}
          {choices.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : type === 'textarea' || type === 'code' ? (
        <textarea {...shared} onChange={({ target }) => onType(target.value)} rows={3} />
      ) : (
        <input
          {...shared}
          inputMode={type === 'number' ? 'decimal' : undefined}
          onChange={({ target }) => onType(target.value)}
          // Whatever was sent is shown, which an input of the field's own kind would leave out.
          type="text"
        />
      )}
      {problem !== undefined && (
        <p className="sync-issue__problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
