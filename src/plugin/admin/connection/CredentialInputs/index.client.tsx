'use client'

import type { ReactElement } from 'react'

import { Banner, Button, FieldLabel, TextInput, useDocumentInfo, useField } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { ConnectionInput } from '../../../collections/machinery/connections/toConnectionForms.js'
import type { ConnectionPartProps } from '../ConnectionForm/index.client.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { ConsentButton } from '../ConsentButton/index.client.js'
import { useConnectionForm } from '../useConnectionForm.client.js'

/** The server judges them, by the schema of the provider. */
const isAccepted = (): true => true

/** What to sign in with. It goes in and never comes out: of what is saved only the name is known. */
const CredentialInputs = ({
  forms,
  readOnly = false,
}: ConnectionPartProps): null | ReactElement => {
  const { id, lastUpdateTime, savedDocumentData } = useDocumentInfo()
  const { t } = usePluginTranslation()
  const form = useConnectionForm(forms)
  const { errorMessage, setValue, showError, value } = useField<Record<string, string>>({
    path: 'credentials',
    validate: isAccepted,
  })
  const [replaced, setReplaced] = useState<readonly string[]>([])
  const provider = form?.provider

  // What was saved is gone from the page, and nothing of one provider is sent to another.
  useEffect(() => {
    setValue(undefined, true)
    setReplaced([])
  }, [lastUpdateTime, provider, setValue])

  if (!form) {
    return id === undefined ? <p>{t('connections:chooseProvider')}</p> : null
  }
  if (form.asksConsent) {
    return (
      <fieldset className="sync-connection">
        <legend>{t('fields:credentials')}</legend>
        {showError && errorMessage ? <Banner type="error">{errorMessage}</Banner> : null}
        <ConsentButton provider={form.label} readOnly={readOnly} />
      </fieldset>
    )
  }
  if (form.credentials.length === 0) {
    return null
  }
  const saved = id === undefined ? [] : toNames(savedDocumentData?.savedCredentials)
  const change = (name: string, text: string | undefined): void =>
    setValue({ ...value, [name]: text })

  return (
    <fieldset className="sync-connection">
      <legend>{t('fields:credentials')}</legend>
      {showError && errorMessage ? <Banner type="error">{errorMessage}</Banner> : null}
      {form.credentials.map((input) => {
        const { name, label } = input
        const isSaved = saved.includes(name)
        if (isSaved && !replaced.includes(name)) {
          return (
            <div key={name}>
              <FieldLabel as="span" label={label} />
              <div className="sync-connection__row">
                <span>{t('connections:saved')}</span>
                {readOnly ? null : (
                  <Button
                    aria-label={`${t('connections:replace')}: ${label}`}
                    buttonStyle="secondary"
                    margin={false}
                    onClick={() => setReplaced([...replaced, name])}
                    size="small"
                  >
                    {t('connections:replace')}
                  </Button>
                )}
              </div>
            </div>
          )
        }
        return (
          <div key={name}>
            <CredentialInput
              input={input}
              onChange={(text) => change(name, text)}
              readOnly={readOnly}
              value={value?.[name] ?? ''}
            />
            {isSaved ? (
              <Button
                aria-label={`${t('connections:keep')}: ${label}`}
                buttonStyle="none"
                margin={false}
                onClick={() => {
                  change(name, undefined)
                  setReplaced(replaced.filter((other) => other !== name))
                }}
                size="small"
              >
                {t('connections:keep')}
              </Button>
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}

export default CredentialInputs

const toNames = (names: unknown): unknown[] => (Array.isArray(names) ? names : [])

type CredentialInputProps = {
  input: ConnectionInput
  onChange: (text: string) => void
  readOnly: boolean
  value: string
}

const CredentialInput = ({
  input: { name, description, isRequired, isSecret, label },
  onChange,
  readOnly,
  value,
}: CredentialInputProps): ReactElement => {
  const path = `credentials.${name}`
  return isSecret ? (
    <div className="field-type password">
      <FieldLabel label={label} path={path} required={isRequired} />
      <div className="field-type__wrap">
        <input
          aria-label={label}
          // A browser takes "off" for a wish, and fills in the password of the admin.
          autoComplete="new-password"
          disabled={readOnly}
          id={`field-${path.replace(/\./g, '__')}`}
          name={path}
          onChange={(event) => onChange(event.target.value)}
          type="password"
          value={value}
        />
      </div>
      {description ? <div className="field-description">{description}</div> : null}
    </div>
  ) : (
    <TextInput
      description={description}
      htmlAttributes={{ autoComplete: 'off' }}
      label={label}
      onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
      path={path}
      readOnly={readOnly}
      required={isRequired}
      value={value}
    />
  )
}
