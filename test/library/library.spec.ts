import type { ChangeRows } from 'payload-plugin-sync/testing'

import { describeProvider } from 'payload-plugin-sync/testing'

import { library } from './library.js'
import { KEYS, LIBRARY_ROUTES } from './libraryRoutes.js'

const changeLines: ChangeRows = ({ answer, change }) => {
  const [header = '', ...lines] = String(answer.body).trimEnd().split('\r\n')
  return { ...answer, body: [header, ...change(lines), ''].join('\r\n') }
}

describeProvider({
  badOptions: [
    {
      createProvider: () => library({ baseUrl: '', keys: { north: undefined, south: ' ' } }),
      names: ['north', 'south'],
    },
  ],
  cases: [{ changeRows: changeLines, resource: 'authors' }],
  createProvider: ({ baseUrl }) => library({ baseUrl, keys: KEYS }),
  // The header of the list, and `nextPage` of the search, say that an answer is whole.
  emptyList: 'page',
  routes: LIBRARY_ROUTES,
  secrets: [],
})
