import type { Browser, BrowserContext, BrowserType, Route } from 'playwright-core'

import type { HttpQuery, SyncError } from '../../../sdk/index.js'
import type { AskArgs } from './Source.js'

import { isSyncError, UnavailableError } from '../../../sdk/index.js'

/** A browser that nobody needs is closed after so long. */
const IDLE_MS = 30_000

/** How long a page may take to be still. */
const RENDER_MS = 30_000

export type RenderArgs = { path: string; query: HttpQuery } & AskArgs

export type Renderer = {
  /**
   * Closes the browser, or lets whoever needs it close it afterwards. It is started anew when it is
   * needed again.
   */
  close: () => Promise<void>
  /** The markup of a page once its scripts have run. */
  render: (args: RenderArgs) => Promise<string>
}

type CreateRendererArgs = {
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
export const createRenderer = ({
  baseUrl,
  executablePath,
  userAgent,
}: CreateRendererArgs): Renderer => {
  const origin = new URL(baseUrl)
  const assets = new Map<string, Buffer>()
  let current: Promise<Browser> | undefined
  let idle: NodeJS.Timeout | undefined
  let isUnwanted = false
  let users = 0

  const start = (): Promise<Browser> => {
    const starting = launch({ executablePath })
    // Another one may have been started while this one was closed.
    const forget = (): void => {
      if (current === starting) {
        current = undefined
      }
    }
    starting.then((browser) => browser.once('disconnected', forget), forget)
    return starting
  }

  const close = async (): Promise<void> => {
    clearTimeout(idle)
    isUnwanted = users > 0
    if (!isUnwanted) {
      const closing = current
      current = undefined
      await closing?.then((browser) => browser.close()).catch(() => undefined)
    }
  }

  const openContext = async (): Promise<BrowserContext> => {
    current ??= start()
    return await (await current).newContext({ serviceWorkers: 'block', userAgent })
  }

  const withContext = async <TResult>(
    use: (context: BrowserContext) => Promise<TResult>,
  ): Promise<TResult> => {
    clearTimeout(idle)
    users += 1
    const asked = current
    try {
      const context = await openContext().catch(async (error: unknown) => {
        // One that has crashed may only show it when it is asked for something.
        if (asked === undefined) {
          throw error
        }
        if (current === asked) {
          current = undefined
        }
        return await openContext()
      })
      try {
        return await use(context)
      } finally {
        await context.close().catch(() => undefined)
      }
    } finally {
      users -= 1
      if (users === 0) {
        idle = setTimeout(() => void close(), isUnwanted ? 0 : IDLE_MS)
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

  const render: Renderer['render'] = async ({ http, path, query, signal }) => {
    let failure: unknown
    try {
      return await withContext(async (context) => {
        const end = (): void => void context.close().catch(() => undefined)
        signal.addEventListener('abort', end, { once: true })
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
        } finally {
          signal.removeEventListener('abort', end)
        }
      })
    } catch (error) {
      signal.throwIfAborted()
      throw isSyncError(failure) ? failure : toUnavailable({ error, path })
    }
  }

  return { close, render }
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
}: Pick<CreateRendererArgs, 'executablePath'>): Promise<Browser> => {
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
