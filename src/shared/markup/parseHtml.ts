import type { HtmlElement } from './HtmlElement.js'

/** A page, or a part of one, as something that can be searched. Markup that is broken is mended. */
export const parseHtml = async (text: string): Promise<HtmlElement> => {
  const { parse } = await import('node-html-parser')
  return parse(text, { blockTextElements: { script: true, style: true } })
}
