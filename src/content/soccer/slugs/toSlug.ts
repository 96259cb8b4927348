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

/** A text as part of a URL: `Süper Lig` becomes `super-lig`. May be empty. */
export const toSlug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    // Marks are taken off Latin letters only: й without its mark is another letter.
    .replace(/(\p{Script=Latin})\p{Mark}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæđðıłøœþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’`]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
