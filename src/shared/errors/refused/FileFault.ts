/** What is wrong with a file, for whoever is to be told what to do about it. */
export const FILE_FAULTS = [
  /** It would be far larger when it is unpacked. */
  'bomb',
  /** It is cut off or damaged. */
  'broken',
  /** It lacks columns that it must have. */
  'columns',
  /** It is of another provider. */
  'elsewhere',
  'empty',
  'encoding',
  'encrypted',
  /** What was kept of it is not there any more. */
  'gone',
  /** It is neither an archive nor a file that is read. */
  'kind',
  'link',
  /** A path in it leads out of it. */
  'path',
  'size',
  /** Nothing in it is known. */
  'unknown',
] as const

/** What is wrong with a file: one of `FILE_FAULTS`. */
export type FileFault = (typeof FILE_FAULTS)[number]
