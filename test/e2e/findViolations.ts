import type { Page } from 'playwright-core'

import axe from 'axe-core'

/** Parts of Payload's own pages that axe finds fault with, and that no plugin can mend. */
const OF_PAYLOAD = [
  '.checkbox-input',
  '.clickable-arrow',
  '.condition__actions',
  '.date-time-picker',
  '.doc-controls',
  '.doc-tabs__tabs',
  '.field-description',
  '.field-label.unstyled',
  '.react-select',
  '.tabs-field__tab-button',
]

/** What keeps people out of a page, in words: the serious and critical findings of axe. */
export const findViolations = async ({ page }: { page: Page }): Promise<string[]> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async (exclude) => {
    // A button between two colours has the contrast of neither.
    const still = document.createElement('style')
    still.textContent = '*, ::before, ::after { transition: none !important }'
    document.head.append(still)
    try {
      // Put there by the line above.
      return await (window as unknown as { axe: typeof axe }).axe.run({
        exclude,
        include: ['body'],
      })
    } finally {
      still.remove()
    }
  }, OF_PAYLOAD)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ failureSummary, html }) => `${id}: ${html} ${failureSummary}`),
    )
}
