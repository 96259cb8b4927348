import { hash } from './world/hash.js'

type DrawPictureArgs = { id: string; kind: string }

const PALETTE = [
  '#c8102e',
  '#003da5',
  '#00843d',
  '#ffb81c',
  '#5b2c83',
  '#111827',
  '#e35205',
  '#0085ca',
] as const

const toColor = (seed: string): string => PALETTE[hash(seed) % PALETTE.length]!

const SHIELD = 'M8 6h48v26c0 14-12 22-24 26C20 54 8 46 8 32z'

/** Stripes for flags, shields for teams, seals for leagues and heads for players, always the same. */
const DRAWINGS: Readonly<Record<string, (colors: readonly [string, string]) => string>> = {
  countries: ([first, second]) =>
    `<rect y="10" width="64" height="15" fill="${first}"/><rect y="25" width="64" height="14" fill="#fff"/><rect y="39" width="64" height="15" fill="${second}"/>`,
  leagues: ([first, second]) =>
    `<circle cx="32" cy="32" r="28" fill="${first}"/><circle cx="32" cy="32" r="16" fill="none" stroke="${second}" stroke-width="6"/>`,
  players: ([first]) =>
    `<rect width="64" height="64" fill="#d1d5db"/><circle cx="32" cy="25" r="12" fill="#8d5b3d"/><path d="M8 64c2-18 12-24 24-24s22 6 24 24z" fill="${first}"/>`,
  teams: ([first, second]) =>
    `<path d="${SHIELD}" fill="${first}"/><path d="M28 6h8v50l-4 2-4-2z" fill="${second}"/>`,
}

/** A picture that needs no host, as an address: `data:image/svg+xml,…`. */
export const drawPicture = ({ id, kind }: DrawPictureArgs): string => {
  const draw = DRAWINGS[kind === 'flags' ? 'countries' : kind] ?? DRAWINGS.leagues!
  const inside = draw([toColor(`${kind}${id}`), toColor(`${id}${kind}`)])
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${inside}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`
}

const PICTURE = /https:\/\/images\.example\.com\/soccer\/(\w+)\/([\w-]+)\.png/g

/** An answer whose pictures can be seen. */
export const withPictures = (text: string): string =>
  text.replace(PICTURE, (_, kind: string, id: string) => drawPicture({ id, kind }))
