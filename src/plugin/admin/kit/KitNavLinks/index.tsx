import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { formatAdminURL } from 'payload/shared'

import type { KitPageFacts } from '../KitPageFacts.js'

import { readKitTexts, readLabel } from '../../../../sdk/content/readKitTexts.js'
import { readRequest } from '../../server/readRequest.js'
import { KitNavLinkClient } from './index.client.js'

type KitNavLinksProps = { pages: readonly KitPageFacts[] } & ServerProps

/** The ways to the pages of the kits, for those who may see them. */
export const KitNavLinks = async ({
  i18n,
  pages,
  payload,
  permissions,
}: KitNavLinksProps): Promise<null | ReactElement> => {
  if (!permissions?.canAccessAdmin) {
    return null
  }
  const req = await readRequest({ payload })
  const seen: KitPageFacts[] = []
  for (const page of pages) {
    if (req.user && (await page.access.view({ req }))) {
      seen.push(page)
    }
  }
  return (
    <>
      {seen.map(({ kit, label, path }) => (
        <KitNavLinkClient
          href={formatAdminURL({ adminRoute: payload.config.routes.admin, path })}
          id={`nav-${kit}${path.replaceAll('/', '-')}`}
          key={path}
          label={readLabel({ label, texts: readKitTexts({ i18n, kit }) })}
        />
      ))}
    </>
  )
}
