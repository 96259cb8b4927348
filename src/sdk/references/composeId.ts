import { isUsableId } from '../../shared/isUsableId.js'

type ComposeIdArgs = {
  /** In the order they are written. */
  parts: readonly (null | number | string | undefined)[]
}

/**
 * The id of a record whose provider has none for it: `7:2024`. One part that is not there makes the
 * record unreadable, instead of another one by the name of `undefined:2024`.
 *
 * @throws Error when a part is absent or blank
 */
export const composeId = ({ parts }: ComposeIdArgs): string => {
  const texts = parts.map(String)
  const missing = texts.findIndex((text) => !isUsableId(text))
  if (missing !== -1 || texts.length === 0) {
    throw new Error(`part ${missing + 1} of its id cannot be read (was "${texts[missing]}")`)
  }
  return texts.join(':')
}
