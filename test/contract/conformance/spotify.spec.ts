import { spotify } from '../../../src/providers/spotify/index.js'
import { describeProvider } from '../../../src/testing/describeProvider.js'

const SECRET = 'invented-secret-7f3a'
const REFRESH = 'invented-refresh-7f3a'

const PROFILE = {
  id: '1112264111',
  type: 'user',
  country: 'NL',
  display_name: 'Somebody',
  followers: { href: null, total: 21 },
  images: [],
  product: 'premium',
}

describeProvider({
  badOptions: [
    {
      createProvider: () =>
        spotify({ accountsUrl: 'nowhere', baseUrl: 'ftp://example.test', clientId: 'two words' }),
      names: ['accountsUrl', 'baseUrl', 'clientId'],
    },
  ],
  createProvider: ({ baseUrl }) =>
    spotify({
      accountsUrl: baseUrl,
      baseUrl,
      clientId: 'an-app',
      clientSecret: SECRET,
      refreshToken: REFRESH,
    }),
  // A profile is no list.
  changeRows: ({ answer, change }) =>
    change([answer]).length > 0 ? { ...answer } : { ...answer, body: {} },
  routes: { '/me': { body: PROFILE } },
  secrets: [SECRET, REFRESH],
})
