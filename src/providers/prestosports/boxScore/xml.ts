import { z } from 'zod'

import type { JsonObject, XmlElement } from '../../../sdk/index.js'

/** An element that was read from XML; what is inside it was read along. */
export const elementSchema = z.custom<XmlElement>(
  (value) => elementShape.safeParse(value).success,
  { error: 'This is no element of a box score.' },
)

const elementShape = z.object({
  name: z.string(),
  attributes: z.record(z.string(), z.string()),
  elements: z.record(z.string(), z.array(z.unknown())),
  index: z.number(),
  text: z.string(),
})

/** The first element of a name inside another. */
export const childOf = (element: undefined | XmlElement, name: string): undefined | XmlElement =>
  element?.elements[name]?.[0]

/** All elements of a name inside another, in order. */
export const childrenOf = (element: undefined | XmlElement, name: string): XmlElement[] =>
  element?.elements[name] ?? []

/** All elements inside another, in the order of the document. */
export const inOrder = (element: XmlElement): XmlElement[] =>
  Object.values(element.elements)
    .flat()
    .toSorted((a, b) => a.index - b.index)

type AsSentArgs = {
  element: XmlElement
  /** Names of elements that are left out, at any depth. @default none */
  without?: readonly string[]
}

/**
 * An element as JSON: its attributes as they were sent, and under `elements` those inside it, in
 * lists by their names.
 */
export const asSent = ({ element, without = [] }: AsSentArgs): JsonObject => {
  const inside = Object.entries(element.elements).filter(([name]) => !without.includes(name))
  const text = element.text.trim()
  return {
    ...element.attributes,
    ...(text !== '' && { text }),
    ...(inside.length > 0 && {
      elements: Object.fromEntries(
        inside.map(([name, list]) => [name, list.map((one) => asSent({ element: one, without }))]),
      ),
    }),
  }
}
