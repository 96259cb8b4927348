/** Letters that Unicode does not take apart into a plain letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
}

/** What nothing has to be taken off. */
const PLAIN = /^\p{ASCII}*$/u

/** A text in lower case and without marks on Latin letters: `São Łukasz` becomes `sao lukasz`. */
export const plainLetters = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .toLowerCase()
        .normalize('NFD')
        // Marks are taken off Latin letters only: й without its mark is another letter.
        .replace(/(\p{Script=Latin})\p{Mark}+/gu, '$1')
        .normalize('NFC')
        .replace(/[ßæđðıłøœþ]/g, (letter) => LETTERS[letter] ?? letter)
