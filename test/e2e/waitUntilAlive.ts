import type { Page } from 'playwright-core'

/**
 * Waits until React has taken over every button of the page. What is pressed before is lost, which
 * people see and repeat, and a test does not.
 */
export const waitUntilAlive = async ({ page }: { page: Page }): Promise<void> => {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button')].every((button) =>
      // Named so by React, with a random end.
      Object.keys(button).some((key) => key.startsWith('__reactProps$')),
    ),
  )
}
