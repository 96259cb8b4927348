import type { KitPage } from '../../../sdk/content/KitPage.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

/** A page of a kit, as a project has it. */
export type KitPageFacts = {
  /** Who sees it: what it shows is their own. */
  access: { view: AccessCheck }
  /** The name of the kit. */
  kit: string
  /** The slug of each of the kit's collections, by key. */
  slugs: Readonly<Record<string, string>>
} & KitPage
