import type { HtmlElement } from '../../../sdk/index.js'
import type { ListName, ListPage } from '../sources/Source.js'

import { InvalidAnswerError } from '../../../sdk/index.js'

/** Where the rows of each list lead to. */
const LINKS: Readonly<Record<ListName, string>> = {
  clubs: '/club/',
  players: '/stats/',
  tournaments: '/tournament/',
}

const clean = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

const toIsoDay = (text: string | undefined): string | undefined => {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text ?? '') ?? []
  return day === undefined ? undefined : `${year}-${month}-${day}`
}

type ReadRowArgs = { link: HtmlElement; list: ListName; row: HtmlElement }

/** The id at the end of a link. */
const readId = (link: HtmlElement): string | undefined =>
  /\/(\d+)(?:[/?#]|$)/.exec(link.getAttribute('href') ?? '')?.[1]

const readRow = ({ link, list, row }: ReadRowArgs): Record<string, unknown> => {
  const id = readId(link)
  const cells = row.querySelectorAll('td').map(({ text }) => clean(text))
  switch (list) {
    case 'clubs':
      return { id, title: clean(link.text) }
    case 'players':
      return { id, elo: cells[4], login: clean(link.text), tournaments_played: cells[2] }
    case 'tournaments': {
      const days = clean(row.text).match(/\d{2}\.\d{2}\.\d{4}/g) ?? []
      return {
        id,
        date_end: toIsoDay(days[1] ?? days[0]),
        date_start: toIsoDay(days[0]),
        // Rating and stars stand before the title in one word.
        title: clean(row.querySelector('b')?.text) || clean(link.text),
      }
    }
  }
}

type ReadListMarkupArgs = { list: ListName; page: HtmlElement; path: string }

/**
 * A list as the page shows it to people, in the shape of the site's data. A row without a link has
 * no id. A table without rows is the page behind the last one.
 *
 * @throws InvalidAnswerError when the page shows no such list
 */
export const readListMarkup = ({ list, page, path }: ReadListMarkupArgs): ListPage => {
  const selector = `a[href*="${LINKS[list]}"]`
  const rows = page.querySelectorAll('table tbody tr').map((row) => {
    const link = row.querySelector(selector)
    return link ? readRow({ link, list, row }) : {}
  })
  if (rows.length === 0 && page.querySelector('table tbody')) {
    return { rows: [], total: undefined }
  }
  if (!rows.some((row) => 'id' in row)) {
    throw new InvalidAnswerError(`The page ${path} of gomafia.pro does not show a list of ${list}.`)
  }
  return { rows, total: undefined }
}
