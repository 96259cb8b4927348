import type { AdminViewServerProps, CollectionSlug, Where } from 'payload'
import type { ReactElement } from 'react'

import { SetStepNav } from '@payloadcms/ui'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { formatAdminURL } from 'payload/shared'

import type { PagePowers } from '../../../../sdk/content/KitPage.js'
import type { KitPageFacts } from '../KitPageFacts.js'

import { readKitTexts, readLabel } from '../../../../sdk/content/readKitTexts.js'
import { readNow, sumOwn } from '../../../../sync/operations/pages/sumOwn.js'
import { whereOwn } from '../../../collections/content/personal/createPersonalAccess.js'
import { PageFrame } from '../../server/PageFrame.js'
import { requireViewer } from '../../server/requireViewer.js'
import '../../parts/page.css'

type KitPageViewProps = { page: KitPageFacts } & AdminViewServerProps

const LIMIT = 1000

/** A page of a kit, in the frame of the admin panel. Sends away who may not see it. */
export const KitPageView = async ({ page, ...view }: KitPageViewProps): Promise<ReactElement> => {
  const { i18n, payload } = view
  const { access, component, kit, label, path, read, slugs } = page
  const { req, user } = await requireViewer({ access, path, props: view })
  const toSlug = (key: string): CollectionSlug => slugs[key] ?? key

  const powers: PagePowers = {
    find: async ({ collection, limit = LIMIT, sort, where }) => {
      const own: Where = whereOwn({ user })
      const { docs } = await payload.find({
        collection: toSlug(collection),
        depth: 0,
        limit,
        overrideAccess: false,
        pagination: false,
        req,
        sort,
        user,
        where: where ? { and: [own, where] } : own,
      })
      return docs as unknown as Record<string, unknown>[]
    },
    now: readNow(payload),
    sum: ({ collection, ...args }) =>
      sumOwn({ ...args, collection: toSlug(collection), owner: user.id, payload }),
  }
  const texts = readKitTexts({ i18n, kit })
  const title = readLabel({ label, texts })
  const data = await read(powers)
  const lists = Object.fromEntries(
    Object.entries(slugs).map(([key, slug]) => [
      key,
      formatAdminURL({ adminRoute: payload.config.routes.admin, path: `/collections/${slug}` }),
    ]),
  )

  return (
    <PageFrame view={view}>
      <SetStepNav nav={[{ label: title }]} />
      <div className="sync-view__head">
        <h1 className="sync-view__title">{title}</h1>
      </div>
      {RenderServerComponent({
        Component: component,
        importMap: payload.importMap,
        serverProps: { data, language: i18n.language, lists, texts },
      })}
    </PageFrame>
  )
}
