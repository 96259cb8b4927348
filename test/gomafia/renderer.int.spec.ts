import { afterEach, describe, expect, it, onTestFinished } from 'vitest'

import type { HttpClient } from '../../src/sdk/index.js'

import { createRenderer } from '../../src/providers/gomafia/sources/renderPage.js'
import { parseHtml } from '../../src/sdk/index.js'
import { findChromium } from '../browser/findChromium.js'
import { startWorkerScript } from '../chaos/processes/startWorkerProcess.js'
import { waitFor } from '../project/waitFor.js'
import { listBrowsers } from './listBrowsers.js'

const browserPath = findChromium()

const PAGE =
  '<!DOCTYPE html><html><body><script>document.body.append("seen")</script></body></html>'

/** The pages of a site, each of which waits for `until`. */
const createHttp = (until: () => Promise<unknown> = () => Promise.resolve()): HttpClient =>
  ({
    get: async () => {
      await until()
      return await parseHtml(PAGE)
    },
  }) as unknown as HttpClient

describe.runIf(browserPath !== null)('the browser of a process', () => {
  let before: number[] = []

  /** The one browser that was started since the test began. */
  const findBrowser = (): number | undefined => {
    const found = listBrowsers().filter((pid) => !before.includes(pid))
    expect(found.length).toBeLessThan(2)
    return found[0]
  }

  const open = () => {
    before = listBrowsers()
    const renderer = createRenderer({
      baseUrl: 'http://site.invalid',
      executablePath: browserPath ?? undefined,
      userAgent: 'test',
    })
    onTestFinished(renderer.close)
    const render = (http = createHttp()) =>
      renderer.render({ http, path: '/page', query: {}, signal: new AbortController().signal })
    return { close: renderer.close, render }
  }

  const killBrowser = (): number => {
    const pid = findBrowser()!
    process.kill(pid, 'SIGKILL')
    return pid
  }

  const untilGone = (pid: number, parent?: number) =>
    waitFor({
      event: `browser ${pid} to be gone`,
      look: () => !listBrowsers(parent).includes(pid),
    })

  afterEach(() => {
    before = []
  })

  it('should be one for all pages, and closed when it is told to', async () => {
    const { close, render } = open()

    expect(await Promise.all([render(), render()])).toEqual([
      expect.stringContaining('seen'),
      expect.stringContaining('seen'),
    ])
    const pid = findBrowser()
    expect(await render()).toContain('seen')
    expect(findBrowser()).toBe(pid)
    await close()
    await close()

    expect(findBrowser()).toBeUndefined()
    // It is not closed for ever.
    expect(await render()).toContain('seen')
    expect(findBrowser()).not.toBe(pid)
  })

  it('should be started anew when it was killed between two pages', async () => {
    const { close, render } = open()
    await render()
    const killed = killBrowser()
    await untilGone(killed)

    expect(await render()).toContain('seen')
    expect(findBrowser()).not.toBe(killed)
    await close()
    expect(findBrowser()).toBeUndefined()
  })

  it('should fail the page that it was killed at, and show the next', async () => {
    const { render } = open()
    await render()

    const failing = render(createHttp(() => Promise.resolve(killBrowser())))

    await expect(failing).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE', isRetryable: true })
    expect(await render()).toContain('seen')
  })

  it('should be closed by whoever needs it, where it is told to close meanwhile', async () => {
    const { close, render } = open()
    let pid: number | undefined

    const html = await render(
      createHttp(async () => {
        pid = findBrowser()
        await close()
      }),
    )

    expect(html).toContain('seen')
    await untilGone(pid!)
  })

  it('should stay when one before it is closed at the moment it is started', async () => {
    const { close, render } = open()
    await render()
    const closed = findBrowser()!

    await Promise.all([close(), render()])
    await untilGone(closed)
    const pid = findBrowser()
    await render()

    expect(findBrowser()).toBe(pid)
    await close()
    expect(findBrowser()).toBeUndefined()
  })

  it('should say so where there is none at its path', async () => {
    const { render } = createRenderer({
      baseUrl: 'http://site.invalid',
      executablePath: '/nowhere/chromium',
      userAgent: 'test',
    })

    await expect(
      render({
        http: createHttp(),
        path: '/page',
        query: {},
        signal: new AbortController().signal,
      }),
    ).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: expect.stringMatching(/could not show \/page .*\/nowhere\/chromium/) as string,
    })
  })

  it('should be gone with a process that is killed', async () => {
    const child = startWorkerScript({
      script: new URL('renderPages.fixture.ts', import.meta.url).pathname,
      task: { browserPath },
    })
    onTestFinished(() => child.kill('SIGKILL'))
    await child.ready
    const [pid] = listBrowsers(child.pid)
    expect(pid).toBeGreaterThan(0)

    child.kill('SIGKILL')
    await child.exited

    await waitFor({
      event: `browser ${pid} to end`,
      look: () => {
        try {
          process.kill(pid!, 0)
          return false
        } catch {
          return true
        }
      },
    })
  })
})
