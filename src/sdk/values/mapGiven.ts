type MapGivenArgs<TValue, TResult> = {
  map: (value: TValue) => TResult
  value: null | TValue | undefined
}

/** Maps a value that is there. Absent stays absent and `null` stays `null`. */
export const mapGiven = <TValue, TResult>({
  map,
  value,
}: MapGivenArgs<TValue, TResult>): null | TResult | undefined => {
  if (value === undefined || value === null) {
    // Only these two are left; TypeScript cannot tell them from a TValue that includes them.
    return value as null | undefined
  }
  return map(value)
}
