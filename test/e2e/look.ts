import type { Page } from 'playwright-core'

import { expect } from 'vitest'

import { findViolations } from './findViolations.js'
import { reload } from './reload.js'
import { takePicture } from './takePicture.js'
import { waitUntilAlive } from './waitUntilAlive.js'

type LookArgs = {
  name: string
  page: Page
  /** Brings what is looked at back onto the screen, after the page was loaded anew. */
  ready: () => Promise<unknown>
}

/**
 * Looks at a page as it is, and at the same on a phone in the dark: nobody is kept out, and nothing
 * sticks out. The page is loaded anew then.
 */
export const look = async ({ name, page, ready }: LookArgs): Promise<void> => {
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name, page })
  const wide = page.viewportSize()!
  await page.setViewportSize({ height: 844, width: 390 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await reload({ page })
  await page.locator('html[data-theme="dark"]').waitFor()
  await ready()
  await waitUntilAlive({ page })
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        return scrollWidth - clientWidth
      }),
    )
    .toBeLessThanOrEqual(0)
  expect(await findViolations({ page })).toEqual([])
  await takePicture({ name: `${name}-dark-phone`, page })
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light' })
  await reload({ page })
  await page.locator('html[data-theme="light"]').waitFor()
  await ready()
  await waitUntilAlive({ page })
}
