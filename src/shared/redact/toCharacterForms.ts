/** Characters that HTML has names for and that credentials are made of. */
const ENTITY_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  _: 'lowbar',
  '!': 'excl',
  '"': 'quot',
  '#': 'num',
  $: 'dollar',
  '%': 'percnt',
  '&': 'amp',
  "'": 'apos',
  '(': 'lpar',
  ')': 'rpar',
  '*': 'ast',
  '+': 'plus',
  '.': 'period',
  '/': 'sol',
  ':': 'colon',
  ';': 'semi',
  '<': 'lt',
  '=': 'equals',
  '>': 'gt',
  '?': 'quest',
  '@': 'commat',
  '\\': 'bsol',
}

/**
 * A pattern for a text of which every character may stand as it is or in any of its escapes: a
 * server that echoes a value escapes what its own format asks for and leaves the rest.
 */
export const toCharacterForms = (text: string): string => [...text].map(toForms).join('')

const toForms = (character: string): string => {
  const point = character.codePointAt(0)!
  const name = ENTITY_NAMES[character]
  const forms = [
    // Also what was encoded twice: %252F.
    [...Buffer.from(character)].map((byte) => `%(?:25)*${toHex(byte, 2)}`).join(''),
    [...Array(character.length).keys()]
      .map((unit) => String.raw`\\+u${toHex(character.charCodeAt(unit), 4)}`)
      .join(''),
    `&(?:amp;)*#(?:0*${point}|x0*${toHex(point, 1)});?`,
    ...(name === undefined ? [] : [`&(?:amp;)*${name};?`]),
    ...(character === ' ' ? [String.raw`\+`] : []),
    // JSON and quoting in general put backslashes in front.
    /[\p{L}\p{N}]/u.test(character) ? escape(character) : String.raw`\\*${escape(character)}`,
  ]
  return `(?:${forms.join('|')})`
}

const toHex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

const escape = (character: string): string =>
  character.replace(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`)
