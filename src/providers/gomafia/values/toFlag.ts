/** Yes or no, which the site writes as `"1"` and `"0"`. Absent stays absent. */
export const toFlag = (value: unknown): boolean | null | undefined => {
  switch (value) {
    case '':
    case null:
      return null
    case '0':
    case 0:
    case false:
      return false
    case '1':
    case 1:
    case true:
      return true
    default:
      return undefined
  }
}
