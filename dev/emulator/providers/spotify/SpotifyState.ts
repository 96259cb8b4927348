/** Somebody who has agreed. */
export type Grant = {
  clientId: string
  /** Milliseconds since 1970, when they agreed. Renewing moves it not. */
  consentedAt: number
}

/** What the emulated Spotify knows, and how it behaves. Tests change it while it runs. */
export type SpotifyState = {
  /** Access tokens, with the moment they end. */
  access: Map<string, number>
  /** The address that an app may send people back to; `null` takes any. */
  allowedRedirect: null | string
  clientId: string
  clientSecret: string
  /** Codes that were not taken yet. */
  codes: Map<string, { challenge: string; redirect: string } & Grant>
  /** Whether the app gets the few fields that new ones get: no `product`, `country`, `email`. */
  isRestricted: boolean
  product: null | string
  /** Refresh tokens that are good, until six months after the consent. */
  refresh: Map<string, Grant>
  /** Whether a renewal sends a new refresh token and takes the old one away. */
  rotates: boolean
}

export type SpotifyOptions = Partial<
  Pick<SpotifyState, 'allowedRedirect' | 'isRestricted' | 'product' | 'rotates'>
>

export const CLIENT = { id: 'emulated-client', secret: 'emulated-secret' } as const

export const createSpotifyState = (options: SpotifyOptions = {}): SpotifyState => ({
  access: new Map(),
  allowedRedirect: null,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  codes: new Map(),
  isRestricted: false,
  product: 'premium',
  refresh: new Map(),
  rotates: true,
  ...options,
})

const MONTHS = 6

/** When what somebody agreed to ends. */
export const endOf = ({ consentedAt }: Grant): number => {
  const end = new Date(consentedAt)
  end.setUTCMonth(end.getUTCMonth() + MONTHS)
  return end.getTime()
}
