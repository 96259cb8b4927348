'use client'

import type { ReactElement } from 'react'

import { Link, SetStepNav, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import type { FileSourceFacts } from '../../../../sync/operations/files/listFileSources.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { SYNC_VIEW_PATH } from '../../syncPaths.js'
import { FileWizard } from '../FileWizard/index.client.js'

export type ImportPageProps = {
  connectionsSlug: string
  /** Name of the one that the address asks for. */
  initialConnection: string | undefined
  logsSlug: string
  readOnly: boolean
  sources: FileSourceFacts[]
}

/** Asks for which connection a file is, and takes it. */
const ImportPage = ({
  connectionsSlug,
  initialConnection,
  logsSlug,
  readOnly,
  sources,
}: ImportPageProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { t } = usePluginTranslation()
  const choices = sources.flatMap(({ connections, label, provider }) =>
    connections.map((connection) => ({ ...connection, of: label, provider })),
  )
  const [name, setName] = useState(
    initialConnection ?? (choices.length === 1 ? choices[0]?.name : undefined),
  )
  const choose = (chosenName: string): void => {
    setName(chosenName)
    // Whoever loads the page anew, or comes back to it, finds the same.
    const url = new URL(window.location.href)
    url.searchParams.set('connection', chosenName)
    window.history.replaceState(null, '', url)
  }
  const chosen = choices.find((choice) => choice.name === name)

  return (
    <>
      <SetStepNav
        nav={[
          { label: t('view:title'), url: formatAdminURL({ adminRoute, path: SYNC_VIEW_PATH }) },
          { label: t('files:title') },
        ]}
      />
      <div className="sync-view__head">
        <h1 className="sync-view__title">{t('files:title')}</h1>
        <Link
          className="sync-view__link"
          href={formatAdminURL({ adminRoute, path: `/collections/${connectionsSlug}/create` })}
          prefetch={false}
        >
          {t('connections:add')}
        </Link>
      </div>
      {choices.length === 0 ? (
        <p className="sync-view__empty">
          {sources.length === 0
            ? t('files:noSource')
            : t('files:noConnection', { providers: sources.map(({ label }) => label).join(', ') })}
        </p>
      ) : (
        <fieldset className="sync-files__choices">
          <legend>{t('files:chooseConnection')}</legend>
          {choices.map((choice) => (
            <label className="sync-files__choice" key={choice.name}>
              <input
                aria-label={`${choice.label} (${choice.of})`}
                checked={choice.name === name}
                name="connection"
                onChange={() => choose(choice.name)}
                type="radio"
              />
              <span>
                {choice.label} <span className="sync-view__muted">{choice.of}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {chosen ? (
        <FileWizard
          connection={chosen.name}
          key={chosen.name}
          label={chosen.of}
          logsSlug={logsSlug}
          provider={chosen.provider}
          readOnly={readOnly}
        />
      ) : null}
    </>
  )
}

// What React loads lazily must be the default.
export default ImportPage
