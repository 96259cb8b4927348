import type { Page } from 'playwright-core'

import { waitUntilAlive } from './waitUntilAlive.js'

type VisitArgs = { page: Page; url: string }

/** Goes to a page, and returns when it answers what is pressed. */
export const visit = async ({ page, url }: VisitArgs): Promise<void> => {
  await page.goto(url)
  await waitUntilAlive({ page })
}
