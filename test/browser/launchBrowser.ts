import type { Browser } from 'playwright-core'

import { chromium } from 'playwright-core'

import { findChromium } from './findChromium.js'

/** Keeps the browser from looking up hosts of its own, which a closed network refuses. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/** What is open in this file of tests. */
export const browsers = new Set<Browser>()

/** A headless browser with a fresh profile. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = findChromium()

  if (executablePath === null) {
    throw new Error('There is no Chromium on this machine.')
  }

  const browser = await chromium.launch({
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
    executablePath,
  })
  browsers.add(browser)
  browser.on('disconnected', () => browsers.delete(browser))
  return browser
}
