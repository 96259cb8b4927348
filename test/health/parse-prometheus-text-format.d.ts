declare module 'parse-prometheus-text-format' {
  /** The families of a text, as Prometheus would take it. */
  export default function parse(text: string): unknown[]
}
