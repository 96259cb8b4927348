import type { MafiaWorldOptions } from './world/createMafiaWorld.js'
import type { MafiaWorld } from './world/MafiaWorld.js'

import { createMafiaWorld } from './world/createMafiaWorld.js'

/** The emulated site: what is true on it, and how it shows it. Tests change it while it runs. */
export type GomafiaSite = {
  /** Changes with a deployment. */
  buildId: string
  /** Added to the names of classes; changes with a deployment too. */
  classHash: string
  /** Whether the API still answers. */
  hasApi: boolean
  /** Whether pages hold the data they are rendered from. What they show to people stays. */
  hasPageData: boolean
  /** Whether every page asks for a captcha instead. */
  isCaptcha: boolean
  /** Whether pages hold no data any more, and show nothing either. */
  isDataLost: boolean
  /** `null` where the site has no robots.txt. */
  robots: null | string
  world: MafiaWorld
}

export const createGomafiaSite = (options: MafiaWorldOptions = {}): GomafiaSite => ({
  buildId: 'first-build-7Qx',
  classHash: 'a1B2c',
  hasApi: true,
  hasPageData: true,
  isCaptcha: false,
  isDataLost: false,
  robots: 'User-agent: *\nDisallow: /profile\n',
  world: createMafiaWorld(options),
})
