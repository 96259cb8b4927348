import type { XmlElement } from '../../shared/markup/readXml.js'

import { InvalidAnswerError } from '../../shared/errors/index.js'
import { readXml } from '../../shared/markup/readXml.js'

/**
 * XML that comes inside another answer, such as a text in JSON. Read by the same rules as an answer
 * `as: 'xml'`: no document type, no entities but the five of XML, and all values as text.
 *
 * @throws InvalidAnswerError when it is not whole or must not be read
 */
export const parseXml = async (text: string): Promise<XmlElement> => {
  try {
    return await readXml(text)
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new InvalidAnswerError(`The XML is not whole: ${error.message}`)
    }
    throw error
  }
}
