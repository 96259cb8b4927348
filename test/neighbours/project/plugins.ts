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
  place: Place
  sync: Plugin
}

const PLACES = { early: 3, first: 0, last: 6, middle: 3 } as const

/** `early`: in the middle, but the others ask to run before everybody. */
type Place = keyof typeof PLACES

export const toPlace = (given: string | undefined): Place =>
  given !== undefined && given in PLACES ? (given as Place) : 'middle'

/** All plugins, ours at one place among them. */
export const arrange = ({ place, sync }: ArrangeArgs): Plugin[] => {
  const others = neighbours()
  if (place === 'early') {
    others.forEach((plugin) => Object.assign(plugin, { order: -11 }))
  }
  const at = PLACES[place]
  return [...others.slice(0, at), sync, ...others.slice(at)]
}
