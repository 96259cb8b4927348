import { existsSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const FIXED_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a Chromium on this machine, or `null`. `CHROMIUM_PATH` comes first. */
export const findChromium = (): null | string => {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))

  return (
    [process.env.CHROMIUM_PATH ?? '', ...FIXED_PLACES, ...onPath].find(
      (candidate) => candidate !== '' && existsSync(candidate),
    ) ?? null
  )
}
