/** What is shorter could be part of a word when it is told in digits or in base64. */
const SHORTEST_ENCODED = 6

/** A character of base64 says six bits, a byte has eight: a text begins at one of three places. */
const ALIGNMENTS = [0, 1, 2] as const

/** Patterns for a text that was encoded as a whole: hexadecimal, and base64 of either alphabet. */
export const toWholeForms = (text: string): string[] => {
  const bytes = Buffer.from(text)
  return bytes.length < SHORTEST_ENCODED
    ? []
    : [
        [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('[ :-]?'),
        ...ALIGNMENTS.map((before) => toBase64({ before, bytes })),
      ]
}

type ToBase64Args = {
  /** How many bytes of a group of three stand before the text: of `user:` in Basic, for one. */
  before: number
  bytes: Buffer
}

/** The characters that depend on the text alone, and those at its ends that tell a part of it. */
const toBase64 = ({ before, bytes }: ToBase64Args): string => {
  const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  const first = Math.ceil((before * 8) / 6)
  const end = Math.floor(((before + bytes.length) * 8) / 6)
  const core = [...encoded.slice(first, end)].map(toEitherAlphabet).join('')
  return `${before === 0 ? '' : `${ANY}?`}${core}${ANY}?(?:=|%(?:25)*3d){0,2}`
}

const ANY = '[a-z0-9+/_-]'

const toEitherAlphabet = (character: string): string => {
  switch (character) {
    case '+':
      return '(?:[+-]|%(?:25)*2b)'
    case '/':
      return String.raw`(?:\\?/|_|%(?:25)*2f)`
    default:
      return character
  }
}
