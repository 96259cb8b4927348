import { createHash, randomUUID } from 'node:crypto'

import type { Row } from '../../json.js'
import type { WireAnswer, WireRequest } from '../../wireFormat.js'
import type { Grant, SpotifyState } from './SpotifyState.js'

import { isRow, jsonText } from '../../json.js'
import { endOf } from './SpotifyState.js'

const ACCESS_SECONDS = 3600

const refuse = (error: string, description: string, status = 400): WireAnswer => ({
  body: { error, error_description: description },
  entity: 'token',
  status,
})

type AnswerTokenArgs = { now: number; request: WireRequest; state: SpotifyState }

/** `POST /api/token`: a code for tokens, or a refresh token for a new access token. */
export const answerToken = ({ now, request, state }: AnswerTokenArgs): WireAnswer => {
  const form = isRow(request.body) ? request.body : {}
  const { clientId, clientSecret } = state
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  const isSecret = request.headers.authorization === basic
  if (!isSecret && (request.headers.authorization || form.client_id !== clientId)) {
    return refuse('invalid_client', 'Invalid client')
  }
  switch (form.grant_type) {
    case 'authorization_code':
      return takeCode({ form, now, state })
    case 'refresh_token':
      return renew({ form, now, state })
    default:
      return refuse('unsupported_grant_type', 'grant_type is missing or unknown')
  }
}

type FormArgs = { form: Row; now: number; state: SpotifyState }

const takeCode = ({ form, now, state }: FormArgs): WireAnswer => {
  const code = jsonText(form.code)
  const found = state.codes.get(code)
  state.codes.delete(code)
  const challenge = createHash('sha256').update(jsonText(form.code_verifier)).digest('base64url')
  if (!found || found.redirect !== form.redirect_uri) {
    return refuse('invalid_grant', 'Invalid authorization code')
  }
  return found.challenge === challenge
    ? issue({ grant: found, now, state, token: undefined })
    : refuse('invalid_grant', 'code_verifier was incorrect')
}

const renew = ({ form, now, state }: FormArgs): WireAnswer => {
  const token = jsonText(form.refresh_token)
  const grant = state.refresh.get(token)
  if (!grant || endOf(grant) <= now) {
    return refuse('invalid_grant', grant ? 'Refresh token expired' : 'Invalid refresh token')
  }
  if (state.rotates) {
    state.refresh.delete(token)
  }
  return issue({ grant, now, state, token: state.rotates ? undefined : token })
}

type IssueArgs = { grant: Grant; now: number; state: SpotifyState; token: string | undefined }

const issue = ({
  grant: { clientId, consentedAt },
  now,
  state,
  token: before,
}: IssueArgs): WireAnswer => {
  const access = `access-${randomUUID()}`
  state.access.set(access, now + ACCESS_SECONDS * 1000)
  const refresh = before ?? `refresh-${randomUUID()}`
  state.refresh.set(refresh, { clientId, consentedAt })
  return {
    body: {
      access_token: access,
      expires_in: ACCESS_SECONDS,
      scope: 'user-read-private',
      token_type: 'Bearer',
      ...(before === undefined && { refresh_token: refresh }),
    },
    entity: 'token',
    status: 200,
  }
}
