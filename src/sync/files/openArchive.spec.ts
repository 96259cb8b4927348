import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'

import type { ByteSource } from './ByteSource.js'

import { importFile } from '../../sdk/index.js'
import { ofBuffer } from './ByteSource.js'
import { openArchive } from './openArchive.js'
import { makeZip, patchZip } from './zip.fixture.js'

const source = importFile({
  files: {
    loans: { columns: ['Loan Id', 'Title'], names: ['Loans.csv'], optionalColumns: ['Due'] },
    notes: { format: 'lines', names: ['notes.jsonl'] },
    person: { format: 'json', names: ['person.json'] },
    shelves: { columns: ['Shelf', 'Note'], names: ['Shelves.csv'], unquotedColumn: 'Note' },
  },
  limits: { fileBytes: 3_000_000_000 },
  skipped: [{ label: 'Reading history', names: ['History.csv'] }],
})

const open = (bytes: ByteSource) => openArchive({ bytes, connection: 'default', source })

const LOANS = 'Loan Id,Title,Due\n1,One,2024-05-01\n2,Two,2024-05-02\n'

const list = async <TItem>(items: AsyncIterable<TItem>): Promise<TItem[]> => {
  const all: TItem[] = []
  for await (const item of items) {
    all.push(item)
  }
  return all
}

const readLoans = async (content: Buffer | string, name = 'Loans.csv') =>
  await list((await open(ofBuffer(name, Buffer.from(content as string)))).rows('loans'))

const TWO = [
  { Due: '2024-05-01', 'Loan Id': '1', Title: 'One' },
  { Due: '2024-05-02', 'Loan Id': '2', Title: 'Two' },
]

describe('what is found', () => {
  it('should find files by base name in any folder and case, and say what it did not read', async () => {
    const archive = await open(
      await makeZip({
        entries: {
          '__MACOSX/X/._loans.csv': 'no file',
          'Photos/one.jpg': 'photo',
          'X/History.csv': 'Title\nsecret\n',
          'X/loans.CSV': LOANS,
          'Y.2/Loans.csv': 'Loan Id,Title\n3,Three\n',
        },
      }),
    )

    expect(archive.found).toEqual({ loans: ['X/loans.CSV', 'Y.2/Loans.csv'] })
    expect(archive.skipped).toEqual([
      { name: 'X/History.csv', bytes: 13, label: 'Reading history' },
    ])
    expect(archive.others).toBe(1)
    expect(archive.has('notes')).toBe(false)
    expect(await list(archive.rows('loans'))).toEqual([...TWO, { 'Loan Id': '3', Title: 'Three' }])
    expect(await list(archive.rows('shelves'))).toEqual([])
  })

  it('should tell when the newest file that is read was changed', async () => {
    const mtime = new Date(2023, 1, 2, 10)
    const archive = await open(await makeZip({ entries: { 'Loans.csv': LOANS }, mtime }))

    expect(archive.changedAt?.toISOString().slice(0, 10)).toBe('2023-02-02')
  })

  it('should find a file of another name by its columns, alone and in an archive', async () => {
    expect(await readLoans(LOANS, 'Ausleihen (1).csv')).toEqual(TWO)
    const zip = await makeZip({ entries: { 'a.csv': 'A,B\n1,2\n', 'Prestiti/x.csv': LOANS } })
    expect((await open(zip)).found).toEqual({ loans: ['Prestiti/x.csv'] })
  })

  it('should read columns in any order and spelling, and leave those it does not know', async () => {
    const rows = await readLoans('New,title,LOAN_ID,Due (day),Title\nx,One,1,2024-05-01,again\n')

    expect(rows).toEqual([{ Due: '2024-05-01', 'Loan Id': '1', New: 'x', Title: 'One' }])
  })

  it.each([
    ['semicolons', 'Loan Id;Title;Due\n1;One;2024-05-01\n2;Two;2024-05-02\n'],
    ['tabs', 'Loan Id\tTitle\tDue\n1\tOne\t2024-05-01\n2\tTwo\t2024-05-02'],
    [
      'a line that says what separates',
      'sep=;\r\nLoan Id;Title;Due\r\n1;One;2024-05-01\r\n2;Two;2024-05-02\r\n',
    ],
    [
      'blank lines and quotes',
      '\n"Loan Id","Title","Due"\r\n\r\n"1","One","2024-05-01"\r\n2,Two,2024-05-02',
    ],
    ['a comma at the end of each row', 'Loan Id,Title,Due\n1,One,2024-05-01,\n2,Two,2024-05-02,\n'],
  ])('should read %s', async (_name, text) => {
    expect(await readLoans(text)).toEqual(TWO)
  })

  it('should keep line breaks, delimiters and quotes in values', async () => {
    const rows = await readLoans('Loan Id,Title\n1,"a, ""b""\nc"\n2,5" disc\n')

    expect(rows.map(({ Title }) => Title)).toEqual(['a, "b"\nc', '5" disc'])
  })

  it('should put commas back into the one column that is not quoted, and refuse other rows', async () => {
    const rows = await readLoans('Loan Id,Title\n1,One,more\n2,Two\n')
    const shelves = await open(
      ofBuffer('Shelves.csv', Buffer.from('Shelf,Note,Room\nA,old, red,1\nB,new,2\n')),
    )

    expect(rows).toEqual([
      { '#problem': 'Line 2 has 3 values for 2 columns.' },
      { 'Loan Id': '2', Title: 'Two' },
    ])
    expect(await list(shelves.rows('shelves'))).toEqual([
      { Note: 'old, red', Room: '1', Shelf: 'A' },
      { Note: 'new', Room: '2', Shelf: 'B' },
    ])
  })

  it('should read JSON and lines of JSON', async () => {
    const archive = await open(
      await makeZip({
        entries: { 'notes.jsonl': '{"a":1}\n\nno\n{"a":2}', 'person.json': '{"isMember":true}' },
      }),
    )

    expect(await list(archive.values('notes'))).toEqual([
      { a: 1 },
      { '#problem': 'Line 3 is no JSON.' },
      { a: 2 },
    ])
    expect(await list(archive.values('person'))).toEqual([{ isMember: true }])
  })
})

describe('encodings', () => {
  const text = 'Loan Id,Title\n1,Überfluß 本\n'
  const swapped = (buffer: Buffer): Buffer => Buffer.from(buffer).swap16()

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE with its mark', swapped(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['UTF-16 LE', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE', swapped(Buffer.from(text, 'utf16le'))],
  ])('should read %s', async (_name, bytes) => {
    expect(await readLoans(bytes)).toEqual([{ 'Loan Id': '1', Title: 'Überfluß 本' }])
  })

  it('should refuse any other by name', async () => {
    const latin = Buffer.from('Loan Id,Title\n1,Überfluß\n', 'latin1')

    await expect(readLoans(latin)).rejects.toThrow(/^"Loans\.csv" is not written in UTF-8/)
  })
})

describe('what is refused', () => {
  const refusal = async (bytes: ByteSource): Promise<string> => {
    try {
      const archive = await open(bytes)
      await list(archive.rows('loans'))
      await list(archive.values('person'))
    } catch (error) {
      expect(error).toMatchObject({ code: 'FILE_REFUSED' })
      return (error as Error).message
    }
    return 'nothing'
  }
  const zipped = (entries: Record<string, string>, mode?: number) => makeZip({ entries, mode })

  it.each([
    ['../../Loans.csv', 'has a file whose path leads out of it ("../../Loans.csv").'],
    ['/etc/Loans.csv', 'has a file whose path leads out of it ("/etc/Loans.csv").'],
    ['C:/x/Loans.csv', 'has a file whose path leads out of it ("C:/x/Loans.csv").'],
  ])('should refuse the path %s', async (path, why) => {
    const harmless = 'x'.repeat(path.length)
    const bytes = await patchZip({
      bytes: await zipped({ [harmless]: LOANS }),
      from: harmless,
      to: path,
    })

    expect(await refusal(bytes)).toBe(`"archive.zip" ${why}`)
  })

  it('should refuse symbolic links', async () => {
    expect(await refusal(await zipped({ 'Loans.csv': '/etc/passwd' }, 0o120777))).toBe(
      '"archive.zip" has a symbolic link ("Loans.csv").',
    )
  })

  it('should refuse encrypted files', async () => {
    const bytes = await zipped({ 'Loans.csv': LOANS })
    // The flag of the entry in the list, behind its signature and two versions.
    const whole = Buffer.concat(await list(bytes.read({ end: bytes.size, start: 0 })))
    const entry = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    whole.writeUInt16LE(whole.readUInt16LE(entry + 8) | 1, entry + 8)

    expect(await refusal(ofBuffer('archive.zip', whole))).toBe(
      '"archive.zip" is encrypted ("Loans.csv"); bring it without a password.',
    )
  })

  it('should refuse a wanted file that is packed too well, and leave another one alone', async () => {
    const bomb = 'Loan Id,Title\n' + '0'.repeat(3_000_000)

    expect(await refusal(await zipped({ 'Loans.csv': bomb }))).toMatch(
      /^"Loans\.csv" in "archive\.zip" would have \d+ times its size when it is unpacked/,
    )
    expect(await refusal(await zipped({ 'Loans.csv': LOANS, 'other.bin': bomb }))).toBe('nothing')
  })

  it('should refuse files that would be too large, one by one and together', async () => {
    const small = importFile({
      files: source.files,
      limits: { fileBytes: 20, totalBytes: 1000 },
    })
    const tryOpen = async (entries: Record<string, string>) =>
      await openArchive({ bytes: await zipped(entries), connection: 'default', source: small })

    await expect(tryOpen({ 'Loans.csv': LOANS })).rejects.toThrow(
      '"Loans.csv" in "archive.zip" would have 0 MB when it is unpacked, over the limit of 0.',
    )
    await expect(tryOpen({ 'a.txt': 'a'.repeat(600), 'b.txt': 'b'.repeat(600) })).rejects.toThrow(
      /^"archive\.zip" would have over 0 MB when it is unpacked \(up to "b\.txt"\), as zip bombs do/,
    )
  })

  it('should refuse files that lie over each other', async () => {
    const bytes = await zipped({ 'Loans.csv': LOANS, 'other.csv': 'o'.repeat(100) })
    const whole = Buffer.concat(await list(bytes.read({ end: bytes.size, start: 0 })))
    for (
      let at = whole.indexOf('PK\u0001\u0002');
      at >= 0;
      at = whole.indexOf('PK\u0001\u0002', at + 4)
    ) {
      whole.writeUInt32LE(whole.length - 10, at + 20)
    }

    expect(await refusal(ofBuffer('archive.zip', whole))).toMatch(
      /lie over each other \("(?:Loans|other)\.csv"\), as zip bombs do\.$/,
    )
  })

  it('should refuse an archive that was cut off, and a file in it that does not fit its size', async () => {
    const bytes = await zipped({ 'Loans.csv': LOANS })
    const whole = Buffer.concat(await list(bytes.read({ end: bytes.size, start: 0 })))
    const lying = Buffer.from(whole)
    lying.writeUInt32LE(5, lying.indexOf('PK\u0001\u0002') + 24)

    expect(await refusal(ofBuffer('archive.zip', whole.subarray(0, 60)))).toBe(
      '"archive.zip" is no whole zip file.',
    )
    expect(await refusal(ofBuffer('archive.zip', lying))).toBe(
      '"Loans.csv" does not have the size that the archive says.',
    )
  })

  it.each([
    ['a.gz', '1f8b0800', 'is a gzip file; bring a zip file or a single file of it'],
    ['a.pdf', '255044462d', 'is a PDF; bring a zip file or a single file of it'],
  ])('should refuse %s', async (name, hex, why) => {
    expect(await refusal(ofBuffer(name, Buffer.from(hex, 'hex')))).toBe(`"${name}" ${why}.`)
  })

  it('should say what is missing where nothing is found', async () => {
    expect(await refusal(ofBuffer('x.csv', Buffer.from('A,B\n1,2\n')))).toBe(
      '"x.csv" is none of the files that are read: "Loans.csv", "notes.jsonl", "person.json", ' +
        '"Shelves.csv", each with its own columns.',
    )
    expect(await refusal(await zipped({ 'X/Loans.csv': 'Loan Id,Titel\n1,2\n' }))).toBe(
      '"X/Loans.csv" has no column "Title".',
    )
  })

  it('should pass over a file that only says that there is nothing', async () => {
    const text = 'We found no information for this table.\n'

    expect(await refusal(await zipped({ 'Loans.csv': text, 'person.json': '{}' }))).toBe('nothing')
  })

  it.each([
    [
      'a quote that is never closed',
      `Loan Id,Title\n1,"One\n${'x\n'.repeat(600_000)}`,
      /one of its quotes is not closed\.$/,
    ],
    [
      'a quote that is not closed at the end',
      'Loan Id,Title\n1,"One\n',
      /ends inside a quoted value/,
    ],
  ])('should refuse %s', async (_name, text, why) => {
    await expect(readLoans(text)).rejects.toThrow(why)
  })

  it('should refuse JSON that is too large or none', async () => {
    expect(await refusal(await zipped({ 'person.json': 'no' }))).toBe('"person.json" is no JSON.')
    const large = JSON.stringify(Array.from({ length: 400_000 }, (_value, index) => index))
    expect(await refusal(await zipped({ 'person.json': large }))).toMatch(/over 2 MB of JSON/)
  })
})

describe('great size', () => {
  /** Rows that differ, so that they are packed as well as real ones and no better. */
  const makeRows = (count: number) =>
    Readable.from(
      (function* () {
        yield 'Loan Id,Title,Due\n'
        for (let start = 0; start < count; start += 1000) {
          yield Array.from(
            { length: 1000 },
            (_row, index) =>
              `${start + index},Title ${Math.imul(start + index, 2654435761) >>> 0},2024-05-01\n`,
          ).join('')
        }
      })(),
    )

  it('should stream a wanted file, and let others work meanwhile', async () => {
    const count = 300_000
    const archive = await open(await makeZip({ entries: { 'Loans.csv': makeRows(count) } }))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const before = process.memoryUsage().heapUsed
    let most = 0
    let rows = 0
    delay.enable()
    for await (const { Title } of archive.rows('loans')) {
      rows += Title === undefined ? 0 : 1
      if (rows % 20_000 === 0) {
        most = Math.max(most, process.memoryUsage().heapUsed - before)
      }
    }
    delay.disable()

    expect(rows).toBe(count)
    expect(most).toBeLessThan(150_000_000)
    // Half of the ticks at least, and nearly all of them: the machine may be busy with others.
    expect(delay.percentile(90) / 1e6).toBeLessThan(50)
  })

  it('should end what it unpacks when nobody reads on', async () => {
    const archive = await open(await makeZip({ entries: { 'Loans.csv': makeRows(50_000) } }))

    for await (const { Title } of archive.rows('loans')) {
      expect(Title).toBeDefined()
      break
    }
    expect((await list(archive.rows('loans'))).length).toBe(50_000)
  })
})
