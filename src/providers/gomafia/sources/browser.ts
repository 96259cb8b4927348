import type { HtmlElement, HttpQuery } from '../../../sdk/index.js'
import type { Renderer } from './renderPage.js'
import type { AskArgs, Source } from './Source.js'

import { InvalidAnswerError, isSyncError, parseHtml } from '../../../sdk/index.js'
import { readListMarkup } from '../markup/readListMarkup.js'
import { readPlayerMarkup } from '../markup/readPlayerMarkup.js'
import { findRows } from './findRows.js'
import { isNobody, isThere, readNextData, toListPage, toPlayerQuery } from './pageData.js'
import { readPlayerPage, readTournamentPage } from './readPages.js'

type ReadArgs = { path: string; query: HttpQuery } & AskArgs

type Rendered = {
  isMainPage: boolean
  page: HtmlElement
  /** The data that the page holds; `undefined` where it holds none. */
  serverData: Readonly<Record<string, unknown>> | undefined
}

/**
 * The pages as a browser renders them: for what only a browser shows. The data in the page counts
 * where there is some, and what it shows to people otherwise.
 */
export const createBrowserSource = ({ close, render }: Renderer): Source => {
  const read = async ({ path, ...args }: ReadArgs): Promise<Rendered> => {
    const page = await parseHtml(await render({ ...args, path }))
    try {
      return { ...readNextData({ page, path }), page }
    } catch (error) {
      if (!isSyncError(error, 'INVALID_ANSWER')) {
        throw error
      }
      const isMainPage = page.querySelector('[class*="MainIntro_main-intro"]') !== null
      return { isMainPage, page, serverData: undefined }
    }
  }

  return {
    close,
    readList: async ({ list, page, year, ...args }) => {
      const { path, query } = toListPage({ list, page, year })
      const rendered = await read({ ...args, path, query })
      return rendered.serverData
        ? findRows({ asked: path, list, value: rendered.serverData })
        : readListMarkup({ list, page: rendered.page, path })
    },
    readPlayer: async ({ id, historyPage, ...args }) => {
      const path = `/stats/${encodeURIComponent(id)}`
      const { isMainPage, page, serverData } = await read({
        ...args,
        path,
        query: toPlayerQuery(historyPage),
      })
      if (isMainPage || isNobody(serverData?.user)) {
        return null
      }
      return isThere(serverData?.user)
        ? readPlayerPage({ id, asked: path, value: serverData! })
        : readPlayerMarkup({ id, page })
    },
    readTournament: async ({ id, ...args }) => {
      const path = `/tournament/${encodeURIComponent(id)}`
      const { isMainPage, serverData } = await read({ ...args, path, query: {} })
      if (isMainPage || isNobody(serverData?.tournament)) {
        return null
      }
      if (!serverData) {
        // The page names players without links, and nicks are not unique.
        throw new InvalidAnswerError(`The page ${path} of gomafia.pro does not say who played.`)
      }
      return readTournamentPage({ id, asked: path, value: serverData })
    },
  }
}
