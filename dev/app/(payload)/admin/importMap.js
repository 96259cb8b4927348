import { PictureCell as PictureCell_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { FieldSync as FieldSync_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { PicturePreview as PicturePreview_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { RecordProvenance as RecordProvenance_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { HiddenField as HiddenField_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { CollectionSync as CollectionSync_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { Scoreboard as Scoreboard_f34d17c44f816cd63d261721dae2f9f0 } from 'payload-plugin-sync/content/soccer/rsc'
import { SidesCell as SidesCell_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { AroundToday as AroundToday_f34d17c44f816cd63d261721dae2f9f0 } from 'payload-plugin-sync/content/soccer/rsc'
import { ConnectionCell as ConnectionCell_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { ScheduleChoice as ScheduleChoice_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { ConnectionField as ConnectionField_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { ScheduleTiming as ScheduleTiming_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { ScheduleOutlook as ScheduleOutlook_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { ScheduleFigures as ScheduleFigures_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { ScheduleSwitch as ScheduleSwitch_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { ScheduleConflicts as ScheduleConflicts_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { ExportLinks as ExportLinks_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { RunView as RunView_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { IssueView as IssueView_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { ChannelTests as ChannelTests_3087076c0aad851730cc6ad6c21ce719 } from 'payload-plugin-sync/client'
import { NotificationBell as NotificationBell_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { SyncNavLink as SyncNavLink_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { KitNavLinks as KitNavLinks_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { SyncView as SyncView_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { ChooseView as ChooseView_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { ImportView as ImportView_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { IssuesView as IssuesView_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { ReportView as ReportView_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { KitPageView as KitPageView_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { SyncWidget as SyncWidget_605c4f82044a821c28bc19261d4a008f } from 'payload-plugin-sync/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'
import { SpendingPage as SpendingPage_ddcf227263f6b57ae8f6846f2360631c } from 'payload-plugin-sync/content/subscriptions/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-plugin-sync/client#PictureCell": PictureCell_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/rsc#FieldSync": FieldSync_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/client#PicturePreview": PicturePreview_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/rsc#RecordProvenance": RecordProvenance_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/client#HiddenField": HiddenField_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/rsc#CollectionSync": CollectionSync_605c4f82044a821c28bc19261d4a008f,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "payload-plugin-sync/content/soccer/rsc#Scoreboard": Scoreboard_f34d17c44f816cd63d261721dae2f9f0,
  "payload-plugin-sync/rsc#SidesCell": SidesCell_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/content/soccer/rsc#AroundToday": AroundToday_f34d17c44f816cd63d261721dae2f9f0,
  "payload-plugin-sync/client#ConnectionCell": ConnectionCell_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/client#ScheduleChoice": ScheduleChoice_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/client#ConnectionField": ConnectionField_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/rsc#ScheduleTiming": ScheduleTiming_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/client#ScheduleOutlook": ScheduleOutlook_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/rsc#ScheduleFigures": ScheduleFigures_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/client#ScheduleSwitch": ScheduleSwitch_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/rsc#ScheduleConflicts": ScheduleConflicts_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/client#ExportLinks": ExportLinks_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/rsc#RunView": RunView_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#IssueView": IssueView_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/client#ChannelTests": ChannelTests_3087076c0aad851730cc6ad6c21ce719,
  "payload-plugin-sync/rsc#NotificationBell": NotificationBell_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#SyncNavLink": SyncNavLink_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#KitNavLinks": KitNavLinks_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#SyncView": SyncView_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#ChooseView": ChooseView_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#ImportView": ImportView_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#IssuesView": IssuesView_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#ReportView": ReportView_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#KitPageView": KitPageView_605c4f82044a821c28bc19261d4a008f,
  "payload-plugin-sync/rsc#SyncWidget": SyncWidget_605c4f82044a821c28bc19261d4a008f,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1,
  "payload-plugin-sync/content/subscriptions/rsc#SpendingPage": SpendingPage_ddcf227263f6b57ae8f6846f2360631c
}
