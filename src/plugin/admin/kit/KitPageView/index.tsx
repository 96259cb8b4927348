import type { AdminViewServerProps, CollectionSlug, Where } from 'payload'
import type { ReactElement } from 'react'

import { Gutter, SetStepNav } from '@payloadcms/ui'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { redirect } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'

import type { PagePowers } from '../../../../sdk/content/KitPage.js'
import type { KitPageFacts } from '../KitPageFacts.js'

import { readKitTexts, readLabel } from '../../../../sdk/content/readKitTexts.js'
import { readNow, sumOwn } from '../../../../sync/operations/pages/sumOwn.js'
import { whereOwn } from '../../../collections/content/personal/createPersonalAccess.js'
import { getDefaultTemplate } from '../../../platform/getDefaultTemplate.js'
import { getAuthRedirect } from '../../server/getAuthRedirect.js'
import '../../parts/page.css'

type KitPageViewProps = { page: KitPageFacts } & AdminViewServerProps

const LIMIT = 1000

/** A page of a kit, in the frame of the admin panel. Sends away who may not see it. */
export const KitPageView = async ({
  i18n,
  initPageResult,
  page,
  params,
  payload,
  searchParams,
  user,
  viewActions,
}: KitPageViewProps): Promise<ReactElement> => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { access, component, kit, label, path, read, slugs } = page
  const { user: person } = req
  if (!person || !permissions?.canAccessAdmin || !(await access.view({ req }))) {
    redirect(getAuthRedirect({ config: payload.config, hasUser: Boolean(person), path }))
  }
  const toSlug = (key: string): CollectionSlug => slugs[key] ?? key

  const powers: PagePowers = {
    find: async ({ collection, limit = LIMIT, sort, where }) => {
      const own: Where = whereOwn({ user: person })
      const { docs } = await payload.find({
        collection: toSlug(collection),
        depth: 0,
        limit,
        overrideAccess: false,
        pagination: false,
        req,
        sort,
        user: person,
        where: where ? { and: [own, where] } : own,
      })
      return docs as unknown as Record<string, unknown>[]
    },
    now: readNow(payload),
    sum: ({ collection, ...args }) =>
      sumOwn({ ...args, collection: toSlug(collection), owner: person.id, payload }),
  }
  const texts = readKitTexts({ i18n, kit })
  const title = readLabel({ label, texts })
  const [data, DefaultTemplate] = await Promise.all([read(powers), getDefaultTemplate()])
  const lists = Object.fromEntries(
    Object.entries(slugs).map(([key, slug]) => [
      key,
      formatAdminURL({ adminRoute: payload.config.routes.admin, path: `/collections/${slug}` }),
    ]),
  )

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
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className="sync-view">
        <div className="sync-view__head">
          <h1 className="sync-view__title">{title}</h1>
        </div>
        {RenderServerComponent({
          Component: component,
          importMap: payload.importMap,
          serverProps: { data, language: i18n.language, lists, texts },
        })}
      </Gutter>
    </DefaultTemplate>
  )
}
