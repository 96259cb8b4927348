import type { Row } from '../../json.js'
import type { Emulation, WireAnswer, WireFormat, WireRequest } from '../../wireFormat.js'
import type { SpotifyState } from './SpotifyState.js'

import { answerAuthorize } from './authorize.js'
import { answerToken } from './tokens.js'

/** Where the provider has two hosts, the emulator has a path for both. */
export const PREFIX = '/spotify'

const ENTITY = 'request'

const refuse = (status: number, message: string, more: Row = {}): WireAnswer => ({
  body: { error: { message, status, ...more } },
  entity: ENTITY,
  status,
})

/** Consent, tokens and the profile of Spotify. */
export const createSpotify = ({
  clock,
  getSpotifyState,
}: Pick<Emulation, 'clock' | 'getSpotifyState'>): WireFormat => ({
  name: 'spotify',
  answer: (request) => {
    const now = clock.now().getTime()
    const state = getSpotifyState()
    switch (`${request.method} ${request.path.slice(PREFIX.length)}`) {
      case 'GET /authorize':
        return answerAuthorize({ now, query: request.query, state })
      case 'GET /v1/me':
        return answerProfile({ now, request, state })
      case 'POST /api/token':
        return answerToken({ now, request, state })
      default:
        return refuse(404, 'Service not found')
    }
  },
  // A profile holds no list.
  distort: ({ answer, kind }) => (kind === 'duplicate' ? answer : { ...answer, body: {} }),
  pageOf: () => 1,
  prefixes: [PREFIX],
  rateLimited: () => ({
    ...refuse(429, 'Too many requests', { reason: 'QUOTA_EXCEEDED' }),
    headers: { 'retry-after': '1' },
  }),
})

type AnswerProfileArgs = { now: number; request: WireRequest; state: SpotifyState }

const answerProfile = ({
  now,
  request: { headers },
  state: { access, isRestricted, product },
}: AnswerProfileArgs): WireAnswer => {
  const { authorization } = headers
  const token = typeof authorization === 'string' ? authorization.replace(/^Bearer /, '') : ''
  const end = access.get(token)
  if (end === undefined || end <= now) {
    return refuse(401, end === undefined ? 'Invalid access token' : 'The access token expired')
  }
  return {
    body: {
      id: 'emulated-listener',
      type: 'user',
      account_id: 'emulated-account',
      display_name: 'Emulated Listener',
      external_urls: {},
      href: 'https://api.spotify.com/v1/users/emulated-listener',
      images: [],
      uri: 'spotify:user:emulated-listener',
      ...(!isRestricted && {
        country: 'NL',
        email: 'listener@example.com',
        explicit_content: { filter_enabled: false, filter_locked: false },
        followers: { href: null, total: 0 },
        ...(product !== null && { product }),
      }),
    },
    entity: ENTITY,
    status: 200,
  }
}
