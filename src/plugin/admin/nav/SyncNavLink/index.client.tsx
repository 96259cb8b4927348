'use client'

import type { ReactElement, ReactNode } from 'react'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import './index.css'

type SyncNavLinkClientProps = {
  href: string
  /** Open ones. */
  issues: number
  issuesHref: string
}

/** The ways to the sync page and to the issues, with how many are open. */
export const SyncNavLinkClient = ({
  href,
  issues,
  issuesHref,
}: SyncNavLinkClientProps): ReactElement => {
  const { language, t } = usePluginTranslation()

  return (
    <>
      <NavLink href={href} id="nav-sync">
        {t('view:navLabel')}
      </NavLink>
      <NavLink href={issuesHref} id="nav-sync-issues">
        {t('issues:navLabel')}
        {issues > 0 && (
          <span className="sync-nav__count">{formatCount({ count: issues, language })}</span>
        )}
      </NavLink>
    </>
  )
}

type NavLinkProps = { children: ReactNode; href: string; id: string }

/** Looks and behaves like Payload's own links, whose classes it borrows. */
const NavLink = ({ id, children, href }: NavLinkProps): ReactElement => {
  const label = <span className="nav__link-label">{children}</span>

  return usePathname() === href ? (
    <div aria-current="page" className="nav__link" id={id}>
      <div className="nav__link-indicator" />
      {label}
    </div>
  ) : (
    <Link className="nav__link" href={href} id={id} prefetch={false}>
      {label}
    </Link>
  )
}
