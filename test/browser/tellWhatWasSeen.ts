import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach } from 'vitest'

import { browsers } from './launchBrowser.js'

/** Where pictures of failures go, which a person on the same machine can look at. */
const FOLDER = 'tmp/failures'

/** A test that failed elsewhere, or once in twenty runs, is understood by what was on the screen. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') {
    return
  }
  await mkdir(FOLDER, { recursive: true })
  const contexts = [...browsers].flatMap((browser) => browser.contexts())
  const pages = contexts.flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    const name = `${task.name.replaceAll(/\W+/g, '-').slice(0, 80)}-${index}.png`
    const seen = await page.locator('body').ariaSnapshot({ timeout: 10_000 })
    await page.screenshot({ path: path.join(FOLDER, name), timeout: 10_000 })
    console.error(`${task.name}: ${page.url()} in ${name}\n${seen}`)
  }
})
