import type { ReplayAnswer, ReplayRoute } from 'payload-plugin-sync/testing'

export const KEYS = { north: 'invented-key-of-north', south: 'invented-key-of-south' }

const csv = (body: string): ReplayAnswer => ({ body, headers: { 'content-type': 'text/csv' } })

const xml = (book: string): ReplayAnswer => ({
  body: `<?xml version="1.0"?>\n${book}\n`,
  headers: { 'content-type': 'application/xml; charset=utf-8' },
})

/** Two pages of a search: what was asked for is in the body. */
const search =
  (ids: readonly [first: string, second: string, third: string]): ReplayRoute =>
  ({ body, method }) => {
    const { page } = JSON.parse(body) as { page: number }
    const [first, second, third] = ids.map((id) => ({ id }))
    if (method !== 'POST') {
      return { status: 405 }
    }
    return page === 1
      ? { body: { hits: [first, second], nextPage: 2 } }
      : { body: { hits: [third], nextPage: null } }
  }

/** What both branches of the library answer, as long as they are asked with the right key. */
export const LIBRARY_ROUTES: Readonly<Record<string, ReplayRoute>> = {
  '/north/authors.csv': csv('id;name;born\r\nn-a1;Ada Reef;1815\r\nn-a2;Bo Cliff;\r\n'),
  '/north/books/n-1.xml': xml('<book id="n-1" author="n-a1"><title>Tides</title></book>'),
  '/north/books/n-2.xml': xml(
    '<book id="n-2" author="n-a2"><title>Salt &amp; Sand</title><pages>212</pages></book>',
  ),
  '/north/books/n-3.xml': xml('<book id="n-3"><title>Fog</title><pages/></book>'),
  '/north/search': search(['n-1', 'n-2', 'n-3']),
  '/south/authors.csv': csv('id;name;born\r\ns-a1;Cy Dune;1901\r\n'),
  '/south/books/s-1.xml': xml('<book id="s-1" author="s-a1"><title>Dry Land</title></book>'),
  '/south/books/s-2.xml': xml('<book id="s-2"><title>Wells</title><pages>90</pages></book>'),
  '/south/books/s-3.xml': xml('<book id="s-3"><title>Noon</title></book>'),
  '/south/search': search(['s-1', 's-2', 's-3']),
}
