'use client'

import type { ReactElement } from 'react'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

type KitNavLinkClientProps = { href: string; id: string; label: string }

/** Looks and behaves like Payload's own links, whose classes it borrows. */
export const KitNavLinkClient = ({ id, href, label }: KitNavLinkClientProps): ReactElement => {
  const text = <span className="nav__link-label">{label}</span>

  return usePathname() === href ? (
    <div aria-current="page" className="nav__link" id={id}>
      <div className="nav__link-indicator" />
      {text}
    </div>
  ) : (
    <Link className="nav__link" href={href} id={id} prefetch={false}>
      {text}
    </Link>
  )
}
