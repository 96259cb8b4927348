import type { Page } from 'playwright-core'

import { mkdir } from 'node:fs/promises'
import path from 'node:path'

const FOLDER = path.resolve(import.meta.dirname, '../../docs/images')

/** What only a development server draws, and what is gone in a moment. */
const PASSING = 'nextjs-portal, [data-sonner-toaster] { display: none }'

type TakePictureArgs = { name: string; page: Page }

/** A picture for the docs, of the page as it is. Only with TAKE_PICTURES=1: each is a bit different. */
export const takePicture = async ({ name, page }: TakePictureArgs): Promise<void> => {
  if (process.env.TAKE_PICTURES !== '1') {
    return
  }
  await mkdir(FOLDER, { recursive: true })
  await page.screenshot({
    animations: 'disabled',
    fullPage: true,
    path: `${FOLDER}/${name}.png`,
    style: PASSING,
  })
}
