import type { Field, LabelFunction, TextField } from 'payload'

/** `round` for faces, `wide` for flags, `plain` for all else. */
export type PictureShape = 'plain' | 'round' | 'wide'

type PictureFieldArgs = {
  label: LabelFunction
  name: string
  /** @default 'plain' */
  shape?: PictureShape
}

/** A field with the address of a picture, which is shown below it. */
export const pictureField = ({ name, label, shape = 'plain' }: PictureFieldArgs): TextField => ({
  name,
  type: 'text',
  admin: {
    components: {
      afterInput: [{ clientProps: { shape }, path: 'payload-plugin-sync/client#PicturePreview' }],
    },
    disableListColumn: true,
  },
  label,
})

/** The column of a list that shows a document's picture beside its name. */
export const pictureCell = ({
  picture,
  shape = 'plain',
}: {
  /** The field with the address of the picture. */
  picture: string
  shape?: PictureShape
}) => ({
  Cell: { clientProps: { picture, shape }, path: 'payload-plugin-sync/client#PictureCell' },
})

/** One of the two that meet. */
export type Side = {
  /** The field of the other document with the address of its picture. */
  picture: string
  /** What stands for it while nobody knows who it is. */
  placeholder?: string
  /** The relationship to who it is. */
  relation: string
  /** The field with the number that counts. */
  value: string
}

/** What `sidesColumn` is given. */
export type SidesColumn = {
  label: LabelFunction
  name: string
  sides: readonly [Side, Side]
  state: {
    /** The select that says how it stands. */
    field: string
    /** Its values that mean it is going on now. */
    live: readonly string[]
    /** The number that says how far it is. */
    minute?: string
  }
}

/** A column of a list that shows two who meet: pictures, numbers, and how it stands. */
export const sidesColumn = ({ name, label, sides, state }: SidesColumn): Field => ({
  name,
  type: 'ui',
  admin: {
    components: {
      Cell: { path: 'payload-plugin-sync/rsc#SidesCell', serverProps: { sides, state } },
    },
  },
  // Payload asks it as it asks the labels of other fields; only its type says less.
  label: label as unknown as string,
})
