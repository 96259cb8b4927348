// Serves records from memory, in a process of its own: `/records?…` answers a page of what `/make?…`
// made before anything was measured.
import { createServer } from 'node:http'

import type { Step } from './matches.js'

import { makeMatches } from './matches.js'

let pages: Buffer[] = []

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const read = (name: string): number => Number(searchParams.get(name))
  response.setHeader('content-type', 'application/json')
  if (pathname === '/make') {
    const size = read('size')
    const step = searchParams.get('step') as Step
    const all = makeMatches({ count: read('count'), seed: read('seed'), step })
    pages = Array.from({ length: Math.max(1, Math.ceil(all.length / size)) }, (_, page) => {
      const records = all.slice(page * size, (page + 1) * size)
      const hasMore = (page + 1) * size < all.length
      return Buffer.from(JSON.stringify({ records, ...(hasMore && { next: page + 1 }) }))
    })
    response.end('{}')
    return
  }
  response.end(pages[read('page')] ?? '{"records":[]}')
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})
process.on('disconnect', () => process.exit(0))
