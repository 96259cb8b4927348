/**
 * A 53-bit number from a text; the same on every machine and for ever. Spreads well, resists
 * nothing: never use it where somebody could gain by a collision.
 */
export const hash = (text: string): number => {
  let high = 0x2c1b3c6d
  let low = 0x297a2d39
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x85ebca77)
    // Let the halves see each other, or both would only be separate 32-bit hashes.
    high ^= low >>> 15
  }
  high = finish(high ^ text.length)
  low = finish(low ^ high)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

const finish = (value: number): number => {
  const mixed = Math.imul(value ^ (value >>> 16), 0xc2b2ae3d)
  const again = Math.imul(mixed ^ (mixed >>> 13), 0x27d4eb2f)
  return again ^ (again >>> 16)
}
