import type { Plugin } from 'payload'

import { importExportPlugin } from '@payloadcms/plugin-import-export'
import { multiTenantPlugin } from '@payloadcms/plugin-multi-tenant'
import { nestedDocsPlugin } from '@payloadcms/plugin-nested-docs'
import { redirectsPlugin } from '@payloadcms/plugin-redirects'
import { searchPlugin } from '@payloadcms/plugin-search'
import { seoPlugin } from '@payloadcms/plugin-seo'

/** The plugins that are not ours, each told of collections of ours. */
const neighbours = (): Plugin[] => [
  searchPlugin({ collections: ['matches', 'teams'] }),
  seoPlugin({ collections: ['teams', 'leagues'] }),
  nestedDocsPlugin({ collections: ['leagues'] }),
  redirectsPlugin({ collections: ['matches', 'teams'] }),
  importExportPlugin({ collections: [{ slug: 'teams' }] }),
  multiTenantPlugin({ collections: { teams: {} }, userHasAccessToAllTenants: () => true }),
]

type ArrangeArgs = {
  /** Where the plugin that is tested stands. */
  place: 'first' | 'last' | 'middle'
  sync: Plugin
}

/** All plugins, ours at one place among them. */
export const arrange = ({ place, sync }: ArrangeArgs): Plugin[] => {
  const others = neighbours()
  const at = { first: 0, last: others.length, middle: 3 }[place]
  return [...others.slice(0, at), sync, ...others.slice(at)]
}
