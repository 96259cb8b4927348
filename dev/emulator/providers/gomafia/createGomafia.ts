import type { Emulation, WireAnswer, WireFormat, WireRequest } from '../../wireFormat.js'
import type { GomafiaSite } from './GomafiaSite.js'

import { isRow } from '../../json.js'
import { answerApi } from './routes/answerApi.js'
import { findServerData } from './routes/findServerData.js'
import { renderPage } from './rows/renderPage.js'

/** Where the site has a host of its own, the emulator has a path. */
export const PREFIX = '/gomafia'

const ENTITY = 'request'
const HTML = 'text/html; charset=utf-8'

const toPage = (text: string, status = 200): WireAnswer => ({
  body: text,
  contentType: HTML,
  entity: ENTITY,
  status,
})

const toJson = (body: WireAnswer['body'], status = 200): WireAnswer => ({
  body,
  entity: ENTITY,
  status,
})

/** What the site shows to those whom it takes for no person. */
const CAPTCHA = toPage('<!DOCTYPE html><html><body><div class="g-recaptcha"></div></body></html>')

const NOT_FOUND = toPage('<!DOCTYPE html><html><body><h1>404</h1></body></html>', 404)

const toForm = ({ body }: WireRequest): URLSearchParams =>
  new URLSearchParams(
    isRow(body)
      ? Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : ''])
      : [],
  )

/** The pages of gomafia.pro, the data they are rendered from, and its API. */
export const createGomafia = ({
  getGomafiaSite,
}: Pick<Emulation, 'getGomafiaSite'>): WireFormat => {
  const answer = (request: WireRequest): WireAnswer => {
    const site = getGomafiaSite()
    const { world } = site
    const path = request.path.slice(PREFIX.length) || '/'
    if (path === '/robots.txt') {
      return site.robots === null
        ? NOT_FOUND
        : { ...toPage(site.robots), contentType: 'text/plain; charset=utf-8' }
    }
    if (site.isCaptcha) {
      return CAPTCHA
    }
    if (path.startsWith('/api/')) {
      return site.hasApi && request.method === 'POST'
        ? toJson(answerApi({ form: toForm(request), method: path.slice('/api/'.length), world }))
        : NOT_FOUND
    }
    const data = /^\/_next\/data\/([^/]+)(\/.*)\.json$/.exec(path)
    if (data) {
      return data[1] === site.buildId && site.hasPageData && !site.isDataLost
        ? answerData({ path: data[2]!, request, site })
        : NOT_FOUND
    }
    const found = findServerData({ path, query: request.query, world })
    return found ? toPage(renderPage({ ...found, site })) : NOT_FOUND
  }

  return {
    name: 'gomafia',
    answer,
    // A list of the site has no envelope that could be emptied as one.
    distort: ({ answer: real }) => real,
    pageOf: (query) => Number(query.get('pageUsers') ?? query.get('page') ?? 1),
    prefixes: [PREFIX],
    rateLimited: () => toPage('<!DOCTYPE html><html><body>Too many requests</body></html>', 429),
  }
}

type AnswerDataArgs = { path: string; request: WireRequest; site: GomafiaSite }

/** The data alone, as a link of the site asks for it. Next.js says there where it leads elsewhere. */
const answerData = ({ path, request, site: { world } }: AnswerDataArgs): WireAnswer => {
  const found = findServerData({ path, query: request.query, world })
  return found
    ? toJson({
        __N_SSP: true,
        pageProps:
          found.page === '/' && path !== '/'
            ? { __N_REDIRECT: '/', __N_REDIRECT_STATUS: 307 }
            : { serverData: found.serverData, session: null },
      })
    : NOT_FOUND
}
