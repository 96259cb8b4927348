import type { Json } from '../../../json.js'
import type { GomafiaSite } from '../GomafiaSite.js'

import { toMarkup } from './markup.js'

type RenderPageArgs = {
  /** As Next.js names it: `/stats/[sid]`. */
  page: string
  /** The part of the path that the page is of, by its name. @default none */
  query?: Readonly<Record<string, string>>
  serverData: Json
  site: Pick<GomafiaSite, 'buildId' | 'classHash' | 'hasPageData' | 'isDataLost'>
}

/** A page as the site renders it: what people read, and the data it was rendered from. */
export const renderPage = ({ page, query = {}, serverData, site }: RenderPageArgs): string => {
  const { buildId, classHash, hasPageData, isDataLost } = site
  const data = JSON.stringify({
    buildId,
    gssp: true,
    isFallback: false,
    page,
    props: { __N_SSP: true, pageProps: { serverData, session: null } },
    query,
    scriptLoader: [],
  }).replaceAll('<', '\\u003c')
  const shown = isDataLost ? '' : toMarkup({ classHash, page, serverData })
  const script =
    isDataLost || !hasPageData
      ? ''
      : `<script id="__NEXT_DATA__" type="application/json">${data}</script>`
  return `<!DOCTYPE html><html><head><title>GoMafia</title></head><body><div id="__next">${shown}</div>${script}</body></html>`
}
