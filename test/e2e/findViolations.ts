import type { Page } from 'playwright-core'

import axe from 'axe-core'

type FindViolationsArgs = {
  /** What to look at, as a selector. @default the whole page */
  include?: string
  page: Page
}

/** What keeps people out, in words: the serious and critical findings of axe. */
export const findViolations = async ({
  include = 'body',
  page,
}: FindViolationsArgs): Promise<string[]> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (selector) =>
      // Put there by the line above.
      (window as unknown as { axe: typeof axe }).axe.run(selector),
    include,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ failureSummary, html }) => `${id}: ${html} ${failureSummary}`),
    )
}
