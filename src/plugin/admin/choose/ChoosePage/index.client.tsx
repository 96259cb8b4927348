'use client'

import type { ReactElement } from 'react'

import { Banner, Button, Link, SetStepNav, ShimmerEffect, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { CHOOSE_VIEW_PATH, SYNC_VIEW_PATH } from '../../syncPaths.js'
import { ChoiceForm } from '../ChoiceForm/index.client.js'
import { useChoices } from '../useChoices.client.js'

export type ChoosePageProps = {
  /** Whether to let them choose. The endpoint decides for itself. */
  canManage: boolean
  /** The server's time when it drew the page, in milliseconds since 1970. */
  initialNow: number
  /** All that can be chosen of the provider, as it names it. */
  kinds: string[]
  /** Which of them this page is about; nothing where there is none. */
  of: string | undefined
  /** Its name. */
  provider: string
}

/** What is synced of a provider, for people to choose. */
const ChoosePage = ({ of, ...props }: ChoosePageProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { names, t } = usePluginTranslation()
  const { kinds, provider } = props
  const label = names.provider(provider)

  return (
    <>
      <SetStepNav
        nav={[
          { label: t('view:title'), url: formatAdminURL({ adminRoute, path: SYNC_VIEW_PATH }) },
          { label: t('choose:title') },
        ]}
      />
      <div className="sync-view__head">
        <h1 className="sync-view__title">{t('choose:title')}</h1>
        {kinds
          .filter((kind) => kind !== of)
          .map((kind) => (
            <Link
              className="sync-view__link"
              href={`${formatAdminURL({ adminRoute, path: `${CHOOSE_VIEW_PATH}/${provider}` })}?of=${encodeURIComponent(kind)}`}
              key={kind}
              prefetch={false}
            >
              {names.resource({ provider, resource: kind })}
            </Link>
          ))}
      </div>
      {of === undefined ? (
        <p className="sync-view__empty">{t('choose:nothing', { provider: label })}</p>
      ) : (
        <Chooser {...props} of={of} />
      )}
    </>
  )
}

type ChooserProps = { of: string } & Omit<ChoosePageProps, 'kinds'>

const Chooser = ({ canManage, initialNow, of, provider }: ChooserProps): ReactElement => {
  const { names, t } = usePluginTranslation()
  const { askAgain, choices, failure, save } = useChoices({ provider, what: of })

  return (
    <section aria-labelledby="sync-choose-heading">
      <h2 className="sync-view__heading" id="sync-choose-heading">
        {names.work({ provider, resource: of })}
      </h2>
      <p className="sync-view__muted sync-choose__hint">{t('choose:hint')}</p>
      {/* Always there, so that a screen reader notices when it is filled. */}
      <div aria-live="polite">
        {failure !== null && (
          <Banner className="sync-choose__banner" type="error">
            <p>
              <strong>{t('choose:unreadable')}</strong> {failure}
            </p>
            <Button buttonStyle="secondary" margin={false} onClick={askAgain} size="small">
              {t('choose:again')}
            </Button>
          </Banner>
        )}
      </div>
      {choices ? (
        <ChoiceForm
          canManage={canManage}
          choices={choices}
          // What was saved is what is begun with.
          key={choices.chosen?.chosenAt ?? ''}
          now={initialNow}
          onSave={save}
        />
      ) : (
        failure === null && <ShimmerEffect height="24rem" />
      )}
    </section>
  )
}

// What React loads lazily must be the default.
export default ChoosePage
