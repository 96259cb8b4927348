/** A whole number from the environment, or `undefined` where there is none. */
export const readPositive = (name: string): number | undefined => {
  const text = process.env[name]
  if (!text) {
    return undefined
  }
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${name} must be a whole number from 1 on (was ${text}).`)
  }
  return value
}
