import type { PayloadRequest, RequestContext } from 'payload'

import {
  afterChangeTraverseFields,
  afterReadTraverseFields,
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
} from 'payload'

import type { Plan, Values } from '../plan/Plan.js'

import { GiveUpError } from '../GiveUpError.js'
import { readPath } from '../row/readPath.js'
import { walkAfterRead } from './walkAfterRead.js'
import { walkBeforeChange } from './walkBeforeChange.js'
import { walkBeforeValidate } from './walkBeforeValidate.js'

/** What Payload's own walks want of a collection's top level. */
const TOP = {
  global: null,
  parentIndexPath: '',
  parentIsLocalized: false,
  parentPath: '',
  parentSchemaPath: '',
} as const

type CommonArgs = {
  context: RequestContext
  operation: 'create' | 'update'
  plan: Plan
  req: PayloadRequest
}

type BeforeValidateArgs = { data: Values; doc: Values; id?: number | string } & CommonArgs

/** The fields' part before the collection's `beforeValidate`. Changes `data`. */
export const beforeValidate = async (args: BeforeValidateArgs): Promise<void> => {
  const { data, doc, plan } = args
  if (plan.own.beforeValidate && !hasRichText({ plan, values: [data, doc] })) {
    await walkBeforeValidate(args)
    return
  }
  const { collection } = plan
  await beforeValidateTraverseFields({
    ...TOP,
    ...args,
    collection,
    fields: collection.fields,
    overrideAccess: true,
    siblingData: data,
    siblingDoc: doc,
  } as never)
}

type BeforeChangeArgs = {
  data: Values
  doc: Values
  docWithLocales: Values
  id: number | string | undefined
} & CommonArgs

/** The fields' part after the collection's `beforeChange`. Changes `data`, which is a copy. */
export const beforeChange = async (args: BeforeChangeArgs): Promise<void> => {
  const { data, doc, docWithLocales, plan } = args
  if (plan.own.beforeChange && !hasRichText({ plan, values: [data, doc] })) {
    await walkBeforeChange(args)
    return
  }
  const { collection } = plan
  const errors: { message: string; path: string }[] = []
  await beforeChangeTraverseFields({
    ...TOP,
    ...args,
    collection,
    errors,
    fieldLabelPath: '',
    fields: collection.fields,
    mergeLocaleActions: [],
    overrideAccess: true,
    siblingData: data,
    siblingDoc: doc,
    siblingDocWithLocales: docWithLocales,
  } as never)
  const [refused] = errors
  if (refused) {
    throw new GiveUpError(`${refused.path}: ${refused.message}`, { isRefusal: true })
  }
}

type AfterReadArgs = {
  context: RequestContext
  doc: Values
  plan: Plan
  req: PayloadRequest
  showsHidden: boolean
}

/** The fields' part of a document that was read, at depth 0. Changes `doc`. */
export const afterRead = async (args: AfterReadArgs): Promise<void> => {
  const { doc, plan, req, showsHidden } = args
  if (plan.own.afterRead && !hasRichText({ plan, values: [doc] })) {
    await walkAfterRead(args)
    return
  }
  const { collection } = plan
  const fieldPromises: Promise<void>[] = []
  const populationPromises: Promise<void>[] = []
  afterReadTraverseFields({
    ...TOP,
    ...args,
    collection,
    currentDepth: 1,
    depth: 0,
    draft: false,
    fallbackLocale: showsHidden ? null : req.fallbackLocale,
    fieldDepth: 0,
    fieldPromises,
    fields: collection.fields,
    flattenLocales: true,
    locale: req.locale,
    overrideAccess: true,
    populationPromises,
    showHiddenFields: showsHidden ? true : undefined,
    siblingDoc: doc,
  } as never)
  while (fieldPromises.length > 0 || populationPromises.length > 0) {
    const fields = fieldPromises.splice(0)
    const populations = populationPromises.splice(0)
    await Promise.all(fields)
    await Promise.all(populations)
  }
}

type AfterChangeArgs = { data: Values; doc: Values; previousDoc: Values } & CommonArgs

/** The fields' part before the collection's `afterChange`. Changes `doc`. */
export const afterChange = async (args: AfterChangeArgs): Promise<void> => {
  const { data, doc, plan, previousDoc } = args
  if (plan.own.afterChange && !hasRichText({ plan, values: [doc, previousDoc] })) {
    return
  }
  const { collection } = plan
  await afterChangeTraverseFields({
    ...TOP,
    ...args,
    collection,
    fields: collection.fields,
    previousSiblingDoc: previousDoc,
    siblingData: data,
    siblingDoc: doc,
  } as never)
}

type HasRichTextArgs = { plan: Plan; values: readonly Values[] }

/** Whether somebody wrote rich text, whose editor has hooks that look into it. */
const hasRichText = ({ plan, values }: HasRichTextArgs): boolean =>
  plan.richText.some((path) =>
    values.some((document) => (readPath({ document, path }) ?? null) !== null),
  )
