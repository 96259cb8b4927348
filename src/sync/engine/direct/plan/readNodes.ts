import type { Field, FieldAffectingData, Payload, Tab } from 'payload'

import { fieldAffectsData, fieldIsVirtual, getFieldPaths, tabHasName } from 'payload/shared'

import type { Table } from '../../../store/Database.js'
import type { PlanNode, ValueKind, ValueNode } from './Plan.js'

import { readHooks } from './readHooks.js'
import { toValidator } from './toValidator.js'

type ReadNodesArgs = {
  fields: readonly (Field | Tab)[]
  parent?: Parent
  payload: Payload
  /** Collects what cannot be written directly, as the paths of fields with the reason. */
  reasons: string[]
  table: Table
}

type Parent = { indexPath: string; keys: string[]; path: string; schemaPath: string }

const TOP: Parent = { indexPath: '', keys: [], path: '', schemaPath: '' }

const KINDS: Readonly<Partial<Record<string, ValueKind>>> = {
  checkbox: 'boolean',
  code: 'text',
  date: 'date',
  email: 'text',
  json: 'json',
  number: 'number',
  radio: 'text',
  relationship: 'id',
  richText: 'json',
  select: 'text',
  text: 'text',
  textarea: 'text',
}

/** The fields of a collection as a tree of what is to be done with each, in Payload's order. */
export const readNodes = ({
  fields,
  parent = TOP,
  payload,
  reasons,
  table,
}: ReadNodesArgs): PlanNode[] =>
  fields.flatMap((each, index): PlanNode[] => {
    const field = each as Field
    const { indexPath, path, schemaPath } = getFieldPaths({
      field,
      index,
      parentIndexPath: parent.indexPath,
      parentPath: parent.path,
      parentSchemaPath: parent.schemaPath,
    })
    const refuse = (why: string): PlanNode[] => {
      reasons.push(`${path}: ${why}`)
      return []
    }
    const common = { condition: toCondition(field), path: path ? path.split('.') : [] }
    const within = (own: Partial<Parent>): Parent => ({
      indexPath,
      keys: parent.keys,
      path: parent.path,
      schemaPath,
      ...own,
    })
    const read = (inner: readonly (Field | Tab)[], inside: Parent): PlanNode[] =>
      readNodes({ fields: inner, parent: inside, payload, reasons, table })

    switch (field.type) {
      case 'tab' as Field['type']:
      case 'group': {
        const container = field as { fields: Field[]; name?: string } & Field
        if (!isNamed(container)) {
          return [{ ...common, children: read(container.fields, within({})), kind: 'layout' }]
        }
        if (hasOwnWork(container)) {
          return refuse('a group with hooks, languages or a value of its own')
        }
        const inside = { indexPath: '', keys: [...parent.keys, container.name], path, schemaPath }
        const children = read(container.fields, inside)
        return [
          {
            ...common,
            name: container.name,
            children,
            field: container as unknown as FieldAffectingData,
            isSilent: children.every(isSilent),
            kind: 'group',
          },
        ]
      }
      case 'collapsible':
      case 'row':
        return [{ ...common, children: read(field.fields, within({})), kind: 'layout' }]
      case 'tabs': {
        const tabs = field.tabs.map((tab) => ({ ...tab, type: 'tab' as const }))
        return [{ ...common, children: read(tabs as Tab[], within({})), kind: 'layout' }]
      }
      case 'ui':
        return []
      default:
        return readValue({
          common,
          field,
          parent,
          paths: { indexPath, schemaPath },
          payload,
          refuse,
          siblings: fields as Field[],
          table,
        })
    }
  })

type ReadValueArgs = {
  common: Pick<ValueNode, 'condition' | 'path'>
  field: Field
  parent: Parent
  paths: { indexPath: string; schemaPath: string }
  payload: Payload
  refuse: (why: string) => PlanNode[]
  siblings: Field[]
  table: Table
}

const readValue = ({
  common,
  field,
  parent,
  paths,
  payload,
  refuse,
  siblings,
  table,
}: ReadValueArgs): PlanNode[] => {
  if (!fieldAffectsData(field)) {
    return refuse(`the type ${field.type}`)
  }
  const values = KINDS[field.type]
  if (field.name === 'id' || !values) {
    return refuse(field.name === 'id' ? 'an id that people choose' : `the type ${field.type}`)
  }
  if ('localized' in field && field.localized) {
    return refuse('languages')
  }
  if ('hasMany' in field && field.hasMany) {
    return refuse('several values')
  }
  if ('relationTo' in field && Array.isArray(field.relationTo)) {
    return refuse('several collections to point to')
  }
  if (typeof field.virtual === 'string') {
    return refuse('a value of another document')
  }
  if (field.type === 'richText' && hasEditorHooks(field.editor)) {
    return refuse('an editor with hooks')
  }
  const key = [...parent.keys, field.name].join('_')
  const column = fieldIsVirtual(field) ? undefined : table[key]
  if (!column && !fieldIsVirtual(field)) {
    return refuse('no column of its own')
  }
  return [
    {
      ...common,
      name: field.name,
      type: field.type,
      column,
      defaultValue: 'defaultValue' in field ? field.defaultValue : undefined,
      field,
      indexPath: paths.indexPath.split('-').filter(Boolean).map(Number),
      isHidden: Boolean(field.hidden),
      key,
      kind: 'value',
      schemaPath: paths.schemaPath ? paths.schemaPath.split('.') : [],
      siblings,
      takesNumbers: takesNumbers({ field, payload }),
      values,
      ...toValidator({ field }),
    },
  ]
}

const toCondition = (field: Field): ValueNode['condition'] =>
  field.admin && 'condition' in field.admin ? field.admin.condition : undefined

const isNamed = (field: { name?: string } & Field): field is { name: string } & Field =>
  (field.type as string) === 'tab' ? tabHasName(field as unknown as Tab) : fieldAffectsData(field)

/** Whether Payload does something with a group itself, and not only with the fields in it. */
const hasOwnWork = (group: object): boolean => {
  const { defaultValue, hidden, hooks, localized, validate, virtual } = group as {
    defaultValue?: unknown
    hidden?: boolean
    hooks?: Record<string, undefined | unknown[]>
    localized?: boolean
    validate?: (...args: unknown[]) => unknown
    virtual?: unknown
  }
  const hasHooks = Object.values(hooks ?? {}).some((list) => list && list.length > 0)
  const hasValidator = validate !== undefined && String(validate).replace(/\s/g, '') !== '()=>true'
  return Boolean(
    hasHooks || hidden || localized || virtual || hasValidator || defaultValue !== undefined,
  )
}

const isSilent = (node: PlanNode): boolean => {
  if (node.condition) {
    return false
  }
  return node.kind === 'value'
    ? (node.looksAtValueOnly || !node.validate) &&
        readHooks({ event: 'beforeChange', node }).length === 0
    : node.children.every(isSilent)
}

/** Lexical's features may bring hooks that see the empty value too. */
const hasEditorHooks = (editor: unknown): boolean => {
  const { editorConfig } = (editor ?? {}) as {
    editorConfig?: { features?: { hooks?: Record<string, undefined | unknown[]> } }
  }
  const hooks = editorConfig?.features?.hooks
  return !hooks || Object.values(hooks).some((list) => list && list.length > 0)
}

type TakesNumbersArgs = { field: FieldAffectingData; payload: Payload }

const takesNumbers = ({ field, payload }: TakesNumbersArgs): boolean => {
  const fields =
    field.type === 'relationship' && typeof field.relationTo === 'string'
      ? payload.collections[field.relationTo]?.config.fields
      : undefined
  const id = fields?.find((each) => fieldAffectsData(each) && each.name === 'id')
  return id?.type === 'number'
}
