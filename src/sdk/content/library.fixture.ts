import { defineContent } from './defineContent.js'

export const GENRES = ['novel', 'poetry', 'other'] as const

/** A kit of a made-up library: authors, their books, and who has borrowed one. */
export const library = defineContent({
  name: 'library',
  collections: {
    authors: {
      create: ({ label }) => ({
        admin: { defaultColumns: ['name', 'provider'], useAsTitle: 'name' },
        defaultSort: 'name',
        fields: [{ name: 'name', type: 'text', label: label('fields:name'), required: true }],
      }),
    },
    books: {
      create: ({ editorialTab, label, slugs, toOptions }) => ({
        admin: { defaultColumns: ['title', 'author', 'genre'], useAsTitle: 'title' },
        fields: [
          {
            type: 'tabs',
            tabs: [
              {
                fields: [
                  { name: 'title', type: 'text', label: label('fields:title'), required: true },
                  {
                    name: 'author',
                    type: 'relationship',
                    label: label('fields:author'),
                    relationTo: slugs.authors,
                  },
                  {
                    name: 'genre',
                    type: 'select',
                    label: label('fields:genre'),
                    options: toOptions({ group: 'genre', values: GENRES }),
                  },
                ],
                label: label('tabs:book'),
              },
              ...editorialTab({ name: 'review' }),
            ],
          },
        ],
      }),
      relatesTo: ['authors'],
    },
    loans: {
      create: ({ label, slugs }) => ({
        fields: [
          {
            name: 'book',
            type: 'relationship',
            label: label('fields:book'),
            relationTo: slugs.books,
          },
        ],
      }),
      relatesTo: ['books'],
    },
  },
  group: 'groups:library',
  texts: {
    de: {
      collections: {
        authors: { plural: 'Autorinnen', singular: 'Autorin' },
        books: { plural: 'Bücher', singular: 'Buch' },
      },
      fields: { author: 'Autorin', genre: 'Gattung', title: 'Titel' },
      groups: { library: 'Bibliothek' },
    },
    en: {
      collections: {
        authors: { plural: 'Authors', singular: 'Author' },
        books: { plural: 'Books', singular: 'Book' },
        loans: { plural: 'Loans', singular: 'Loan' },
      },
      fields: {
        name: 'Name',
        author: 'Author',
        book: 'Book',
        genre: 'Genre',
        review: 'Review',
        title: 'Title',
      },
      groups: { library: 'Library' },
      options: { genre: { novel: 'Novel', other: 'Other', poetry: 'Poetry' } },
      tabs: { book: 'Book' },
    },
  },
})
