import { RefusalResolver } from '../graph/result.ts'
import { AccessLogResolver } from './access-log.resolver.ts'
import { AccountsOwnResolver, SessionsResolver, ViewerAccountResolver } from '../modules/accounts/accounts.own.resolver.ts'
import { AccountsAuthenticatorResolver } from '../modules/accounts/accounts.authenticator.resolver.ts'
import { AccountsPasskeysResolver } from '../modules/accounts/accounts.passkeys.resolver.ts'
import { AccountsResolver, KeyRequestsResolver, StaffMembersResolver } from '../modules/accounts/accounts.resolver.ts'
import { AccountsStaffResolver } from '../modules/accounts/accounts.staff.resolver.ts'
import { AccountsSignInResolver, OneTimePasswordRequestsResolver } from '../modules/accounts/accounts.sign-in.resolver.ts'
import { SeatsResolver } from '../modules/accounts/accounts.seats.resolver.ts'
import { OfficesResolver, PostalAddressesResolver, PrefecturesResolver } from '../modules/offices/offices.resolver.ts'
import { SuggestionsResolver } from '../modules/offices/suggestions.resolver.ts'
import { AccountCreationCodesResolver, EmployerCodesResolver } from '../modules/employers/employers.codes.resolver.ts'
import { EmployerClaimFieldsResolver, EmployerClaimsResolver } from '../modules/employers/employers.claims.resolver.ts'
import { EmployerClaimsStaffResolver } from '../modules/employers/employers.claims.staff.resolver.ts'
import { EmployerMembersResolver, ViewerEmployersResolver } from '../modules/employers/employers.members.resolver.ts'
import { EmployersResolver, EstablishmentFactsResolver, ViewerEmployerResolver } from '../modules/employers/employers.resolver.ts'
import { EmployersStaffResolver } from '../modules/employers/employers.staff.resolver.ts'
import { EstablishmentReviewResolver, OpeningResolver } from '../modules/employers/employers.opening.resolver.ts'
import { OpeningStaffResolver } from '../modules/employers/employers.opening.staff.resolver.ts'
import { PostingFieldsResolver, PostingReviewsResolver } from '../modules/postings/postings.fields.resolver.ts'
import { PostingsMemberResolver } from '../modules/postings/postings.member.resolver.ts'
import { PostingsPublishedResolver } from '../modules/postings/postings.published.resolver.ts'
import { PostingsResolver } from '../modules/postings/postings.resolver.ts'
import { PostingSheetsResolver } from '../modules/postings/postings.sheet.resolver.ts'
import { PostingsStaffResolver } from '../modules/postings/postings.staff.resolver.ts'
import { SeekerSheetsResolver, SeekersResolver, ViewerSeekersResolver } from '../modules/seekers/seekers.resolver.ts'
import { SeekersStaffResolver } from '../modules/seekers/seekers.staff.resolver.ts'
import { ApplicationFieldsResolver, SelectionResultResolver } from '../modules/applications/application-fields.resolver.ts'
import {
  CountsApplicationsResolver,
  PostingApplicationsResolver,
  ThreadApplicationResolver,
  WaitingApplicationsResolver,
} from '../modules/applications/applications-of-others.resolver.ts'
import { ApplicationsResolver } from '../modules/applications/applications.resolver.ts'
import { EntriesResolver, ViewerRegistrantResolver } from '../modules/entries/entries.resolver.ts'
import { EntriesStaffResolver } from '../modules/entries/entries.staff.resolver.ts'
import { InvitationRequestsResolver, InvitationsResolver } from '../modules/entries/invitations.resolver.ts'
import { FilesResolver, UploadResolver } from '../modules/files/files.resolver.ts'
import { MessagesResolver } from '../modules/messages/messages.resolver.ts'
import { CountsMessagesResolver, ThreadsResolver } from '../modules/messages/threads.resolver.ts'
import { AuditSealsResolver } from './audit.seals.resolver.ts'
import { InboxResolver } from './inbox.resolver.ts'
import { NodeResolver } from './node.resolver.ts'
import { StaffAccountsResolver } from './staff-accounts.resolver.ts'
import { WithdrawalResolver } from './withdrawal.resolver.ts'
import { StaffResolver } from './staff.resolver.ts'
import { PolicyResolver } from './policy.resolver.ts'
import { AccountNamesResolver, AppViewerResolver } from './viewer.resolver.ts'

/** Every resolver of the graph, in the order of the modules. */
export const RESOLVERS = [
  RefusalResolver,
  NodeResolver,
  PolicyResolver,
  StaffResolver,
  AuditSealsResolver,
  WithdrawalResolver,
  AccessLogResolver,
  AppViewerResolver,
  AccountNamesResolver,
  OfficesResolver,
  PostalAddressesResolver,
  PrefecturesResolver,
  SuggestionsResolver,
  AccountsResolver,
  AccountsSignInResolver,
  OneTimePasswordRequestsResolver,
  AccountsPasskeysResolver,
  AccountsAuthenticatorResolver,
  AccountsOwnResolver,
  AccountsStaffResolver,
  StaffAccountsResolver,
  ViewerAccountResolver,
  SessionsResolver,
  StaffMembersResolver,
  SeatsResolver,
  KeyRequestsResolver,
  FilesResolver,
  UploadResolver,
  MessagesResolver,
  ThreadsResolver,
  CountsMessagesResolver,
  SeekersResolver,
  SeekerSheetsResolver,
  SeekersStaffResolver,
  ViewerSeekersResolver,
  EmployersResolver,
  EstablishmentFactsResolver,
  ViewerEmployerResolver,
  EmployerMembersResolver,
  ViewerEmployersResolver,
  EmployerCodesResolver,
  EmployersStaffResolver,
  AccountCreationCodesResolver,
  OpeningResolver,
  EstablishmentReviewResolver,
  OpeningStaffResolver,
  EmployerClaimsResolver,
  EmployerClaimFieldsResolver,
  EmployerClaimsStaffResolver,
  PostingsResolver,
  PostingsPublishedResolver,
  PostingFieldsResolver,
  PostingReviewsResolver,
  PostingSheetsResolver,
  PostingsMemberResolver,
  PostingsStaffResolver,
  ApplicationsResolver,
  ApplicationFieldsResolver,
  SelectionResultResolver,
  PostingApplicationsResolver,
  ThreadApplicationResolver,
  CountsApplicationsResolver,
  WaitingApplicationsResolver,
  EntriesResolver,
  EntriesStaffResolver,
  InvitationsResolver,
  InvitationRequestsResolver,
  ViewerRegistrantResolver,
  InboxResolver,
] as const
