import type { AdminViewServerProps } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { Gutter } from '@payloadcms/ui'

import { getDefaultTemplate } from '../../platform/getDefaultTemplate.js'

type PageFrameProps = {
  children: ReactNode
  /** What Payload hands the view. */
  view: AdminViewServerProps
}

/** The frame of the admin panel, with its navigation, around a page of the plugin. */
export const PageFrame = async ({
  children,
  view: { i18n, initPageResult, params, payload, searchParams, user, viewActions },
}: PageFrameProps): Promise<ReactElement> => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const DefaultTemplate = await getDefaultTemplate()

  return (
    <DefaultTemplate
      i18n={i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      viewActions={viewActions}
      // A copy: React freezes what it is handed, and Payload still writes to these.
      visibleEntities={{ ...visibleEntities }}
    >
      <Gutter className="sync-view">{children}</Gutter>
    </DefaultTemplate>
  )
}
