import { createHmac, timingSafeEqual } from 'node:crypto'

export type Claims = {
  email: string
  /** Seconds. */
  exp: number
  /** Counted up with every token of a person, so that no two are the same. */
  jti: number
}

/** Everybody may know it: the emulator guards nothing. */
const KEY = 'not-a-secret-only-for-the-emulator'
const ISSUER = 'https://cognito-idp.us-west-2.amazonaws.com/us-west-2_emulated'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const sign = (text: string): string => createHmac('sha256', KEY).update(text).digest('base64url')

/** A JWT as the provider's identity service makes them. */
export const createIdToken = ({ exp, ...claims }: Claims): string => {
  const body = { ...claims, exp, iss: ISSUER, token_use: 'id' }
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(body)}`
  return `${text}.${sign(text)}`
}

/** What a token says; `null` for anything that was not made here. */
export const readIdToken = (token: string): Claims | null => {
  const [head = '', body = '', signature = ''] = token.split('.')
  const expected = Buffer.from(sign(`${head}.${body}`))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return null
  }
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims
}
