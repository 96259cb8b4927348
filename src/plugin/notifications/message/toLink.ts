import type { Payload } from 'payload'

import { formatAdminURL } from 'payload/shared'

import type { Notice } from '../../../sync/run/notices/Notice.js'
import type { Slugs } from '../../options/collectionKeys.js'

import { toListURL } from '../../admin/parts/client/toListURL.js'
import { SYNC_VIEW_PATH } from '../../admin/syncPaths.js'

type ToLinkArgs = {
  /** The address of the project as people reach it. @default `serverURL` of the config */
  base?: string | undefined
  notice: Pick<Notice, 'link'>
  payload: Payload
  slugs: Slugs
}

/** Where in the admin panel somebody looks who was told. */
export const toLink = ({ base, notice, payload, slugs }: ToLinkArgs): string => {
  const path = toLinkPath({ notice, payload, slugs })
  return `${(base ?? payload.config.serverURL).replace(/\/$/, '')}${path}`
}

/** The same without a host. */
export const toLinkPath = ({
  notice: { link },
  payload,
  slugs,
}: Omit<ToLinkArgs, 'base'>): string => {
  const adminRoute = payload.config.routes.admin
  const toDocument = (slug: string, id: number | string): string =>
    formatAdminURL({ adminRoute, path: `/collections/${slug}/${id}` })
  switch (link.of) {
    case 'connection':
      return toDocument(slugs.syncConnections, link.id)
    case 'issues':
      return toListURL({
        adminRoute,
        collection: slugs.syncIssues,
        where: { status: 'open', ...(link.run !== null && { run: String(link.run) }) },
      })
    case 'run':
      return toDocument(slugs.syncLogs, link.id)
    case 'schedule':
      return toDocument(slugs.syncSchedules, link.id)
    default:
      return formatAdminURL({ adminRoute, path: SYNC_VIEW_PATH })
  }
}
