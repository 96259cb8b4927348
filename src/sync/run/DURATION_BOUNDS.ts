/** Parts into which the durations of runs are counted: their upper ends, in seconds. */
export const DURATION_BOUNDS = [1, 5, 15, 60, 300, 900, 3600, 14_400] as const

/** The field that counts the runs up to an end. */
export const toBoundName = (bound: number): string => `s${bound}`
