/** A metric in an expression of PromQL, and the labels that are asked of it there. */
export type Selector = { labels: string[]; name: string }

const NAME = /\b(payload_sync_\w+|process_\w+|nodejs_\w+)(?:\{([^}]*)\})?/g

const BY = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g

const LABEL = /([a-z_]\w*)\s*(?:=~|!~|!=|=)/gi

/**
 * The metrics of an expression. Labels that it groups by are asked of each of them.
 */
export const readSelectors = (expression: string): Selector[] => {
  const grouped = [...expression.matchAll(BY)].flatMap(([, labels = '']) =>
    labels
      .split(',')
      .map((label) => label.trim())
      .filter(Boolean),
  )
  return [...expression.matchAll(NAME)].map(([, name = '', matchers = '']) => ({
    name,
    labels: [...[...matchers.matchAll(LABEL)].map(([, label = '']) => label), ...grouped],
  }))
}
