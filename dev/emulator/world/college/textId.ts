import { hash } from '../hash.js'

/** Sixteen lower-case letters and digits, the same for the same (entity, key) in every world. */
export const textId = ({ entity, key }: { entity: string; key: string }): string =>
  [`${entity}|${key}`, `${key}|${entity}`]
    .map((text) => hash(text).toString(36).padStart(8, '0').slice(-8))
    .join('')
