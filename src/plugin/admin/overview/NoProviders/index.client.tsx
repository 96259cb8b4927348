'use client'

import type { ReactElement } from 'react'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

const EXAMPLE = `import { library } from './providers/library'

syncPlugin({ providers: [library()] })`

/** What to do when the project has no provider. */
export const NoProviders = (): ReactElement => {
  const { t } = usePluginTranslation()

  return (
    <section className="sync-view__empty">
      <h2 className="sync-view__heading">{t('view:noProviders')}</h2>
      <p>{t('view:noProvidersHint')}</p>
      <pre className="sync-view__code">
        <code>{EXAMPLE}</code>
      </pre>
    </section>
  )
}
