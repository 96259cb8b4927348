import type { Browser, BrowserType, Route } from 'playwright-core'

import type { HttpQuery, SyncError } from '../../../sdk/index.js'
import type { AskArgs } from './Source.js'

import { isSyncError, UnavailableError } from '../../../sdk/index.js'

/** A browser that nobody needs is closed after so long. */
const IDLE_MS = 30_000

/** How long a page may take to be still. */
const RENDER_MS = 30_000

export type RenderArgs = { path: string; query: HttpQuery } & AskArgs

/** The markup of a page once its scripts have run. */
export type RenderPage = (args: RenderArgs) => Promise<string>

type CreateRenderPageArgs = {
  baseUrl: string
  /** @default what Playwright finds */
  executablePath: string | undefined
  userAgent: string
}

/** What tells of the kinds of content that a page needs. Pictures and fonts say nothing. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  document: 'text/html; charset=utf-8',
  fetch: 'application/json',
  script: 'text/javascript; charset=utf-8',
  stylesheet: 'text/css; charset=utf-8',
  xhr: 'application/json',
}

/** What the site serves under a name that changes with its content. */
const isLasting = (pathname: string): boolean => pathname.startsWith('/_next/static/')

/**
 * Renders pages in one browser for the process. It starts when it is first needed, is closed when
 * nobody has needed it for a while, and is started anew after it crashed. The browser asks for
 * nothing by itself: each of its requests to the site is one of the provider's client, so that the
 * quota, the waits and robots.txt hold for it too, and those to anybody else are not made.
 */
export const createRenderPage = ({
  baseUrl,
  executablePath,
  userAgent,
}: CreateRenderPageArgs): RenderPage => {
  const origin = new URL(baseUrl)
  const assets = new Map<string, Buffer>()
  let starting: Promise<Browser> | undefined
  let idle: NodeJS.Timeout | undefined
  let users = 0

  const start = async (): Promise<Browser> => {
    const browser = await launch({ executablePath })
    browser.once('disconnected', () => {
      starting = undefined
    })
    return browser
  }

  const close = (): void => {
    const closing = starting
    starting = undefined
    void closing?.then((browser) => browser.close()).catch(() => undefined)
  }

  const withBrowser = async <TResult>(
    use: (browser: Browser) => Promise<TResult>,
  ): Promise<TResult> => {
    clearTimeout(idle)
    users += 1
    try {
      starting ??= start()
      starting.catch(() => {
        starting = undefined
      })
      return await use(await starting)
    } finally {
      users -= 1
      if (users === 0) {
        idle = setTimeout(close, IDLE_MS)
        idle.unref()
      }
    }
  }

  const answer = async ({ http, route, signal }: AnswerArgs): Promise<void> => {
    const request = route.request()
    const url = new URL(request.url())
    const type = request.resourceType()
    const contentType = CONTENT_TYPES[type]
    if (url.origin !== origin.origin || contentType === undefined || request.method() !== 'GET') {
      await route.abort()
      return
    }
    const path = `${url.pathname}${url.search}`.slice(origin.pathname.replace(/\/$/, '').length)
    const known = assets.get(path)
    // A page as such, so that one that refuses or asks for a person is known as such.
    const read = async (): Promise<string | Uint8Array> =>
      type === 'document'
        ? (await http.get(path, { as: 'html', signal })).innerHTML
        : await http.get(path, { as: 'bytes', signal })
    const body = known ?? Buffer.from(await read())
    if (isLasting(url.pathname)) {
      assets.set(path, body)
    }
    await route.fulfill({ body, contentType })
  }

  return async ({ http, path, query, signal }) =>
    await withBrowser(async (browser) => {
      const context = await browser.newContext({ serviceWorkers: 'block', userAgent })
      const end = (): void => void context.close().catch(() => undefined)
      signal.addEventListener('abort', end, { once: true })
      let failure: unknown
      try {
        const page = await context.newPage()
        await page.route('**/*', async (route) => {
          try {
            await answer({ http, route, signal })
          } catch (error) {
            if (route.request().resourceType() === 'document') {
              failure = error
            }
            await route.abort().catch(() => undefined)
          }
        })
        const url = new URL(`${baseUrl}${path}`)
        for (const [name, value] of Object.entries(query)) {
          if (value !== undefined) {
            url.searchParams.set(name, String(value))
          }
        }
        await page.goto(url.href, { timeout: RENDER_MS, waitUntil: 'networkidle' })
        return await page.content()
      } catch (error) {
        signal.throwIfAborted()
        throw isSyncError(failure) ? failure : toUnavailable({ error, path })
      } finally {
        signal.removeEventListener('abort', end)
        await context.close().catch(() => undefined)
      }
    })
}

type AnswerArgs = { route: Route } & AskArgs

type ToUnavailableArgs = { error: unknown; path: string }

const toUnavailable = ({ error, path }: ToUnavailableArgs): SyncError =>
  isSyncError(error)
    ? error
    : new UnavailableError(`The browser could not show ${path} of gomafia.pro: ${firstLine(error)}`)

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''

const launch = async ({
  executablePath,
}: Pick<CreateRenderPageArgs, 'executablePath'>): Promise<Browser> => {
  const { chromium } = await loadPlaywright()
  return await chromium.launch({
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    // The process that syncs decides when it ends; Playwright closes the browser with it.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    ...(executablePath !== undefined && { executablePath }),
  })
}

type Playwright = { chromium: BrowserType }

const PLAYWRIGHT = 'playwright-core'

const loadPlaywright = async () => {
  try {
    const loaded: Playwright = await import(
      // It may not be there, and no bundler is to look for it.
      /* webpackIgnore: true */ /* turbopackIgnore: true */ PLAYWRIGHT
    )
    return loaded
  } catch {
    throw new UnavailableError(
      'The source "browser" needs playwright-core, which the project does not have. Install it, or ' +
        'leave "browser" out of gomafia({ sources }).',
    )
  }
}
