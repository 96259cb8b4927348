/** An element of a page. Selectors are those of CSS. */
export type HtmlElement = {
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlElement[]
  closest: (selector: string) => HtmlElement | null
  getAttribute: (name: string) => string | undefined
  readonly innerHTML: string
  readonly nextElementSibling: HtmlElement | null
  querySelector: (selector: string) => HtmlElement | null
  querySelectorAll: (selector: string) => HtmlElement[]
  /**
   * What is inside as it stands in the page. Read a `<script>` by this: nothing in it is encoded.
   */
  readonly rawText: string
  /** In upper case. */
  readonly tagName: string
  /** What is inside as a person reads it, white space included. */
  readonly text: string
}
