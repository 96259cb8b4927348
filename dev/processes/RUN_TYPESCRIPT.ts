/**
 * What Node.js is told to run TypeScript. Loaded through hooks, as tsx loads it, the top-level awaits
 * of Lexical now and then never settle (Node.js 20 and 22; 12 of 40 starts on a busy machine), and
 * the process ends with 13 and without a word: https://github.com/payloadcms/payload/issues/17757.
 * Lexical's builds for one environment, which this condition takes, have none (0 of 40).
 */
export const RUN_TYPESCRIPT = ['--conditions=production', '--import', 'tsx'] as const
