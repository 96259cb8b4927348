import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { DEFAULT_CONNECTION } from '../../../../sdk/connections/Connection.js'
import {
  COUNT_NAMES,
  DEFAULT_PRIORITY,
  LANES,
  PRIORITIES,
  RUN_MODES,
} from '../../../../sync/run/Run.js'
import { RUN_STATUSES } from '../../../../sync/run/RunStatus.js'
import { description, label, toOptions } from '../../../translations/index.js'
import { limitToSight } from '../connections/limitToSight.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'
import { createSidebarFields } from './createSidebarFields.js'
import { showWorkTitle, storeWorkTitle } from './workTitle.js'

/** Runs. A row is the only truth about its run. */
export const createSyncLogsCollection = ({
  access: { view: canView },
  adminUserSlug,
  providers,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: {
      defaultColumns: [
        'title',
        'status',
        'counts.created',
        'counts.updated',
        'counts.invalid',
        'finishedAt',
        'trigger',
      ],
      description: description('descriptions:syncLogs'),
      // A plan can be thousands of scopes long; the list has no use for it.
      enableListViewSelectAPI: true,
      listSearchableFields: ['title', 'provider', 'resource'],
      useAsTitle: 'title',
    },
    adminUserSlug,
    canView,
    defaultSort: '-createdAt',
    // What makes the title, also where a list asks for nothing but it.
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'provider',
            type: 'text',
            admin: { width: '25%' },
            index: true,
            label: label('fields:provider'),
            required: true,
          },
          {
            name: 'resource',
            type: 'text',
            admin: { width: '25%' },
            index: true,
            label: label('fields:resource'),
            required: true,
          },
          {
            name: 'mode',
            type: 'select',
            admin: { width: '25%' },
            index: true,
            label: label('fields:mode'),
            options: toOptions({ group: 'mode', values: RUN_MODES }),
            required: true,
          },
          {
            name: 'status',
            type: 'select',
            admin: { width: '25%' },
            defaultValue: 'queued',
            index: true,
            label: label('fields:status'),
            options: toOptions({ group: 'runStatus', values: RUN_STATUSES }),
            required: true,
          },
        ],
      },
      {
        name: 'error',
        type: 'group',
        admin: { condition: (data) => Boolean(data?.error?.code || data?.error?.message) },
        fields: [
          { name: 'message', type: 'textarea', label: label('fields:message') },
          { name: 'code', type: 'text', label: label('fields:code') },
        ],
        label: label('fields:error'),
      },
      {
        name: 'counts',
        type: 'group',
        fields: [
          {
            type: 'row',
            fields: COUNT_NAMES.map((name) => ({
              name,
              type: 'number',
              admin: { width: '25%' },
              defaultValue: 0,
              label: label(`counts:${name}`),
            })),
          },
        ],
        label: label('fields:counts'),
      },
      {
        name: 'progress',
        type: 'group',
        fields: [
          { name: 'label', type: 'text', label: label('fields:scope') },
          {
            type: 'row',
            fields: [
              {
                name: 'page',
                type: 'number',
                admin: { width: '34%' },
                label: label('fields:page'),
              },
              {
                name: 'scopesDone',
                type: 'number',
                admin: { width: '33%' },
                defaultValue: 0,
                label: label('fields:scopesDone'),
              },
              {
                name: 'scopesTotal',
                type: 'number',
                admin: { width: '33%' },
                label: label('fields:scopesTotal'),
              },
            ],
          },
          {
            type: 'row',
            fields: [
              {
                name: 'recordsDone',
                type: 'number',
                admin: { width: '50%' },
                defaultValue: 0,
                label: label('fields:recordsDone'),
              },
              {
                name: 'recordsTotal',
                type: 'number',
                admin: { width: '50%' },
                label: label('fields:recordsTotal'),
              },
            ],
          },
        ],
        label: label('fields:progress'),
      },
      {
        type: 'collapsible',
        admin: { initCollapsed: true },
        fields: [
          {
            type: 'row',
            fields: [
              {
                name: 'connection',
                type: 'text',
                admin: { width: '34%' },
                defaultValue: DEFAULT_CONNECTION,
                index: true,
                label: label('fields:connection'),
                required: true,
              },
              {
                name: 'lane',
                type: 'select',
                admin: { width: '33%' },
                index: true,
                label: label('fields:lane'),
                options: toOptions({ group: 'lane', values: LANES }),
                required: true,
              },
              {
                name: 'priority',
                type: 'select',
                admin: { width: '33%' },
                defaultValue: DEFAULT_PRIORITY,
                label: label('fields:priority'),
                options: toOptions({ group: 'priority', values: PRIORITIES }),
              },
            ],
          },
          {
            type: 'row',
            fields: [
              {
                name: 'attempt',
                type: 'number',
                admin: { width: '34%' },
                defaultValue: 0,
                label: label('fields:attempt'),
              },
              {
                name: 'retries',
                type: 'number',
                admin: { width: '33%' },
                defaultValue: 0,
                label: label('fields:retries'),
              },
              {
                name: 'retryAt',
                type: 'date',
                admin: { date: { pickerAppearance: 'dayAndTime' }, width: '33%' },
                label: label('fields:retryAt'),
              },
            ],
          },
          {
            type: 'row',
            fields: [
              {
                name: 'peakMemoryMb',
                type: 'number',
                admin: { width: '34%' },
                label: label('fields:peakMemoryMb'),
              },
              {
                name: 'loopDelayMs',
                type: 'number',
                admin: { width: '33%' },
                label: label('fields:loopDelayMs'),
              },
            ],
          },
          {
            // Down here because the form's heading shows it already.
            name: 'title',
            type: 'text',
            hooks: { afterRead: [showWorkTitle], beforeValidate: [storeWorkTitle(providers)] },
            index: true,
            label: label('fields:title'),
          },
          {
            name: 'scheduled',
            type: 'group',
            admin: { condition: (data) => Boolean(data?.scheduled?.at) },
            fields: [
              {
                name: 'schedule',
                type: 'relationship',
                label: label('fields:schedule'),
                relationTo: slugs.syncSchedules,
              },
              {
                type: 'row',
                fields: [
                  {
                    name: 'at',
                    type: 'date',
                    admin: { date: { pickerAppearance: 'dayAndTime' }, width: '34%' },
                    label: label('fields:slotAt'),
                  },
                  {
                    name: 'lateMs',
                    type: 'number',
                    admin: { width: '33%' },
                    label: label('fields:lateMs'),
                  },
                  {
                    name: 'skipped',
                    type: 'number',
                    admin: { width: '33%' },
                    label: label('fields:skippedSlots'),
                  },
                ],
              },
            ],
            label: label('fields:scheduled'),
          },
          // Unique so that a moment of a schedule makes one run, however many hosts see it.
          { name: 'slot', type: 'text', label: label('fields:slot'), unique: true },
          { name: 'checkpoint', type: 'json', label: label('fields:checkpoint') },
        ],
        label: label('tabs:technical'),
      },
      // The scopes to read, listed once at the start so that a resumed run reads the same ones.
      { name: 'plan', type: 'json', admin: { hidden: true } },
      // Since when it waits; a run that gave way to others waits anew.
      { name: 'queuedAt', type: 'date', admin: { hidden: true }, index: true },
      // When its worker last proved that it is alive.
      { name: 'heartbeatAt', type: 'date', admin: { hidden: true } },
      // How often it was put off for a passing failure, all in all; `retries` begins anew with a batch.
      { name: 'retriesTotal', type: 'number', admin: { hidden: true }, defaultValue: 0 },
      // How many workers died with it since it last got on.
      { name: 'crashes', type: 'number', admin: { hidden: true }, defaultValue: 0 },
      // Since when it waits for a process whose config has its resource.
      { name: 'unknownSince', type: 'date', admin: { hidden: true } },
      { name: 'cancelRequestedAt', type: 'date', admin: { hidden: true } },
      // What the totals have of it already; it may be retried.
      { name: 'counted', type: 'json', admin: { hidden: true } },
      // How many batches were committed: a worker that has lost its lock still thinks fewer were.
      { name: 'batches', type: 'number', admin: { hidden: true }, defaultValue: 0 },
      ...createSidebarFields({ adminUserSlug }),
    ],
    forceSelect: { mode: true, provider: true, resource: true },
    // Only the sync writes them.
    graphQL: { disableMutations: true },
    indexes: [
      // What a resource did last.
      { fields: ['provider', 'resource', 'createdAt'] },
    ],
    key: 'syncLogs',
    limit: limitToSight,
    slugs,
  })
