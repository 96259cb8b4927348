import { z } from 'zod'

/** An app that a provider knows. */
export type OAuthClient = {
  clientId: string
  /** Sent by HTTP Basic. @default none: the id is sent in the form, as PKCE has it */
  clientSecret?: string | undefined
}

/** RFC 6749, section 5.1. Some send the seconds as text. */
export const tokenAnswerSchema = z
  .looseObject({
    access_token: z.string().min(1),
    expires_in: z.coerce.number().positive().optional(),
    refresh_token: z.string().min(1).nullish(),
  })
  .transform(({ access_token: token, expires_in: seconds, refresh_token: refreshToken }) => ({
    expiresInMs: seconds === undefined ? undefined : seconds * 1000,
    refreshToken: refreshToken ?? undefined,
    token,
  }))

/** What an app says of itself in the form of a request for tokens. */
export const toClientForm = ({ clientId, clientSecret }: OAuthClient) => ({
  client_id: clientSecret === undefined ? clientId : undefined,
})

/** The same in headers; `undefined` for an app without a secret. */
export const toClientHeaders = ({
  clientId,
  clientSecret,
}: OAuthClient): Record<string, string> | undefined => {
  if (clientSecret === undefined) {
    return undefined
  }
  // The standard wants both form-encoded first; names and secrets of letters and digits stay.
  const pair = [clientId, clientSecret].map((part) => encodeURIComponent(part)).join(':')
  return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}
