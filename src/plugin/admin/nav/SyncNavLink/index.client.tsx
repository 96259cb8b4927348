'use client'

import type { ReactElement } from 'react'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

type SyncNavLinkClientProps = { href: string }

/** Looks and behaves like Payload's own links, whose classes it borrows. */
export const SyncNavLinkClient = ({ href }: SyncNavLinkClientProps): ReactElement => {
  const { t } = usePluginTranslation()
  const isHere = usePathname() === href
  const label = <span className="nav__link-label">{t('view:navLabel')}</span>

  return isHere ? (
    <div aria-current="page" className="nav__link" id="nav-sync">
      <div className="nav__link-indicator" />
      {label}
    </div>
  ) : (
    <Link className="nav__link" href={href} id="nav-sync" prefetch={false}>
      {label}
    </Link>
  )
}
