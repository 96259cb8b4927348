import type { Json } from '../../../json.js'
import type { GomafiaSite } from '../GomafiaSite.js'

type RenderPageArgs = {
  /** As Next.js names it: `/stats/[sid]`. */
  page: string
  /** The part of the path that the page is of, by its name. @default none */
  query?: Readonly<Record<string, string>>
  serverData: Json
  site: Pick<GomafiaSite, 'buildId' | 'classHash' | 'isDataLost'>
}

const escape = (value: unknown): string =>
  String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A page as the site renders it: what people read, and the data it was rendered from. */
export const renderPage = ({ page, query = {}, serverData, site }: RenderPageArgs): string => {
  const { buildId, classHash, isDataLost } = site
  const data = JSON.stringify({
    buildId,
    gssp: true,
    isFallback: false,
    page,
    props: { __N_SSP: true, pageProps: { serverData, session: null } },
    query,
    scriptLoader: [],
  }).replaceAll('<', '\\u003c')
  const title = isDataLost ? '' : titleOf({ classHash, page, serverData })
  const script = isDataLost
    ? ''
    : `<script id="__NEXT_DATA__" type="application/json">${data}</script>`
  return `<!DOCTYPE html><html><head><title>GoMafia</title></head><body><div id="__next">${title}</div>${script}</body></html>`
}

type TitleOfArgs = { classHash: string; page: string; serverData: Json }

const titleOf = ({ classHash, page, serverData }: TitleOfArgs): string => {
  if (page === '/') {
    return `<div class="MainIntro_main-intro__${classHash}">Спортивная мафия</div>`
  }
  const user =
    typeof serverData === 'object' && serverData !== null && 'user' in serverData
      ? serverData.user
      : null
  return typeof user === 'object' && user !== null && 'login' in user
    ? `<div class="ProfileUserInfo_profile-user__name__${classHash}">${escape(user.login)}</div>`
    : ''
}
