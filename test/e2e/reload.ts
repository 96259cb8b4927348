import type { Page } from 'playwright-core'

import { waitUntilAlive } from './waitUntilAlive.js'

/** Loads a page anew, and returns when it answers what is pressed. */
export const reload = async ({ page }: { page: Page }): Promise<void> => {
  await page.reload()
  await waitUntilAlive({ page })
}
