import { randomUUID } from 'node:crypto'

import type { WireAnswer } from '../../wireFormat.js'
import type { SpotifyState } from './SpotifyState.js'

const HTML = 'text/html; charset=utf-8'

const page = (text: string, status = 200): WireAnswer => ({
  body: `<!DOCTYPE html><html><head><title>Emulated Spotify</title></head><body>${text}</body></html>`,
  contentType: HTML,
  entity: null,
  status,
})

const redirect = (location: URL): WireAnswer => ({
  body: '',
  contentType: HTML,
  entity: null,
  headers: { location: location.href },
  status: 302,
})

type AnswerAuthorizeArgs = { now: number; query: URLSearchParams; state: SpotifyState }

/** The page on which somebody agrees or does not, and where it sends them back to. */
export const answerAuthorize = ({ now, query, state }: AnswerAuthorizeArgs): WireAnswer => {
  const challenge = query.get('code_challenge')
  const back = query.get('redirect_uri') ?? ''
  if (query.get('client_id') !== state.clientId) {
    return page('INVALID_CLIENT: Invalid client', 400)
  }
  if (!URL.canParse(back) || (state.allowedRedirect !== null && back !== state.allowedRedirect)) {
    return page('INVALID_CLIENT: Invalid redirect URI', 400)
  }
  if (
    query.get('response_type') !== 'code' ||
    query.get('code_challenge_method') !== 'S256' ||
    !challenge
  ) {
    return page('This app must ask for a code, with a challenge by S256.', 400)
  }
  const target = new URL(back)
  target.searchParams.set('state', query.get('state') ?? '')
  switch (query.get('decision')) {
    case 'agree': {
      const code = `code-${randomUUID()}`
      state.codes.set(code, {
        challenge,
        clientId: state.clientId,
        consentedAt: now,
        redirect: back,
      })
      target.searchParams.set('code', code)
      return redirect(target)
    }
    case 'cancel':
      target.searchParams.set('error', 'access_denied')
      return redirect(target)
    default: {
      const links = (['agree', 'cancel'] as const).map((decision) => {
        const href = new URLSearchParams([...query, ['decision', decision]])
        return `<a id="${decision}" href="?${href.toString().replaceAll('&', '&amp;')}">${decision}</a>`
      })
      return page(`<h1>Emulated Spotify</h1><p>${links.join(' · ')}</p>`)
    }
  }
}
