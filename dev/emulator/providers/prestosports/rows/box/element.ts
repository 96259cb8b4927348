/** A piece of XML, complete. */
export type XmlNode = string

/** One element with its attributes; children stand one a line. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlNode[] = [],
): XmlNode => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`)
  const inner = children.length > 0 ? `\n${children.join('\n')}\n` : ''
  return `<${name}${written.join('')}>${inner}</${name}>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
}

const escape = (text: string): string => text.replace(/["&'<>]/g, (found) => ESCAPES[found]!)
