import type { XmlElement as ParsedElement, XmlText as ParsedText } from '@rgrove/parse-xml'

import { InvalidAnswerError } from '../errors/index.js'

/** An element of an XML document. All values are text: nothing is turned into a number. */
export type XmlElement = {
  attributes: Record<string, string>
  /** The elements inside by name, always in a list, in the order of the document. */
  elements: Record<string, XmlElement[]>
  /** Its place among all elements around it, from 0. */
  index: number
  /** As it is written, prefix included. */
  name: string
  /** The text directly inside, white space included. */
  text: string
}

/**
 * The root element of an XML document. A document type is refused, and so are entities other than
 * the five of XML itself: what they could stand for is never put in their place.
 *
 * @throws SyntaxError when the text is not whole XML
 * @throws InvalidAnswerError when it has a document type or an entity
 */
export const readXml = async (text: string): Promise<XmlElement> => {
  const { parseXml, XmlError } = await import('@rgrove/parse-xml')
  try {
    const { children, root } = parseXml(text, {
      preserveDocumentType: true,
      resolveUndefinedEntity: (entity) => refuse(`the entity ${entity.slice(0, LONGEST_NAME)}`),
    })
    if (children.some(({ type }) => type === 'doctype')) {
      refuse('a document type')
    }
    return toElement({ element: root!, index: 0 })
  } catch (error) {
    if (error instanceof XmlError) {
      // What follows the first line shows a part of the document.
      throw new SyntaxError(error.message.split('\n', 1)[0]?.slice(0, LONGEST_REASON))
    }
    if (error instanceof RangeError) {
      throw new SyntaxError('its elements are nested too deep')
    }
    throw error
  }
}

const LONGEST_NAME = 40
const LONGEST_REASON = 200

const refuse = (what: string): never => {
  throw new InvalidAnswerError(
    `The XML holds ${what}, which is not read: it could stand for anything.`,
  )
}

type ToElementArgs = { element: ParsedElement; index: number }

const toElement = ({ element, index }: ToElementArgs): XmlElement => {
  const inside = new Map<string, XmlElement[]>()
  let count = 0
  let text = ''
  for (const child of element.children) {
    if (isElement(child)) {
      const list = inside.get(child.name) ?? []
      inside.set(child.name, list)
      list.push(toElement({ element: child, index: count }))
      count += 1
    } else if (isText(child)) {
      text += child.text
    }
  }
  return {
    name: element.name,
    // Copied, so that an attribute or element may have any name: nothing here sets a prototype.
    attributes: Object.fromEntries(Object.entries(element.attributes)),
    elements: Object.fromEntries(inside),
    index,
    text,
  }
}

const isElement = (node: { type: string }): node is ParsedElement => node.type === 'element'

const isText = (node: { type: string }): node is ParsedText => node.type === 'text'
