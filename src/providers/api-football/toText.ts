/** A text without blanks around it; a blank one is none. */
export const toText = (value: string): null | string => value.trim() || null
