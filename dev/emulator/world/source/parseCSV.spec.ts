import { describe, expect, it } from 'vitest'

import { parseCSV } from './parseCSV.js'

describe('parseCSV', () => {
  it('should keep commas, quotes and line breaks of quoted cells', () => {
    expect(parseCSV('a,"b, c","say ""hi""","two\nlines"\n')).toEqual([
      ['a', 'b, c', 'say "hi"', 'two\nlines'],
    ])
  })

  it('should keep empty cells, also at the end of a line and of the text', () => {
    expect(parseCSV(',\r\n"",x,')).toEqual([
      ['', ''],
      ['', 'x', ''],
    ])
  })

  it('should refuse a quote that never closes', () => {
    expect(() => parseCSV('a,"b\nc')).toThrow('never closes')
  })
})
