/**
 * Every number that a manual, a law or this project fixes. A deployment overrides single values in `settings`
 * (some per office); `Query.policy` shows those in force. Rules get them as `{ policy }`, never from here.
 */
export const POLICY = {
  /** R1: minutes an authentication key of a registration or reset lives (001:105, 003:126; 002:39 says 30). */
  authenticationKeyMinutes: 50,
  /** R1: wrong keys after which the key is dead. */
  authenticationKeyTries: 10,
  /** R2: minutes a one-time password lives (001:117). */
  oneTimePasswordMinutes: 30,
  /** R2: days a device stays remembered. */
  rememberedDeviceDays: 30,
  /** S4: wrong one-time passwords after which the sign-in begins anew; seconds before another mail, how many more of them, and the minutes they are counted for. */
  oneTimePasswordTries: 5,
  oneTimePasswordPauseSeconds: 60,
  oneTimePasswordResends: 3,
  oneTimePasswordWindowMinutes: 15,
  /** One-time passwords mailed to one account in an hour. */
  oneTimePasswordMailsPerHour: 10,
  /** Minutes in which a passkey must answer, and passkeys that one account can have. */
  passkeyChallengeMinutes: 5,
  passkeysPerAccount: 10,
  /** R3: length of a password (001:104, 002:40). */
  passwordMin: 8,
  passwordMax: 32,
  /** R3: kinds of characters (digit, letter, symbol) that a password must have. */
  passwordKinds: 3,
  /** R4: wrong inputs after which an account creation code is dead (001:87), and the days it lives. */
  accountCreationCodeTries: 10,
  accountCreationCodeDays: 30,
  /** Wrong codes that one address may count against employers whose number it knows, and the minutes they are counted for: numbers are public. */
  accountCreationCodeTriesPerAddress: 5,
  accountCreationCodeWindowMinutes: 60,
  /** R5: length of an e-mail address. */
  emailMax: 100,
  /** R6: minutes without activity after which a session ends (003:685). */
  sessionIdleMinutes: 50,
  /** R6: minutes before the end in which pages warn. */
  sessionWarningMinutes: 5,
  /** Hours after which a session ends however busy. */
  sessionHours: 12,
  /** S6: wrong passwords for one account from one address (and from one remembered device), for one account from anywhere unknown, and from one address; the minutes they are counted for. */
  signInTries: 10,
  signInTriesOfAccount: 50,
  signInTriesPerAddress: 50,
  /** S6: the wrong password from which each further one waits, the seconds of the first wait, doubled each time. */
  signInPauseFrom: 5,
  signInPauseSeconds: 5,
  signInWindowMinutes: 15,
  /** Mails with keys per address and hour. */
  keyMailsPerHour: 5,
  /** R7: days a provisional employer has to be accepted (003:94). */
  provisionalDays: 14,
  /** R7: open days that a return leaves at least, and days before the limit on which a mail reminds of it. */
  provisionalReturnOpenDays: 3,
  provisionalReminderDays: 4,
  /** Claims of employer numbers that one account, and one address, may make in an hour: numbers are public. */
  employerClaimsPerHour: 5,
  employerClaimsPerHourAndAddress: 20,
  /** R8: members that an owner may add (003:679). */
  addedMembers: 10,
  /** Invitations that one establishment may send in an hour. */
  memberInvitationsPerHour: 30,
  /** STATES 3.7: days after that of its sending whose end is the end of a registrant's invitation. */
  registrantInvitationDays: 14,
  /** R9: months after the month of acceptance whose end is the posting's last day (翌々月末). */
  postingValidityMonths: 2,
  /** R10: days before expiry from which a renewal can be reserved (001:25). */
  renewalOpensDays: 14,
  /** R11: hours in which an application can be taken back (004:192). */
  applicationCancelHours: 24,
  /** R12: days after the day of the result until messages end (004:174). */
  messageDaysAfterResult: 7,
  /** R12, R13: months after the month a posting became invalid whose end is the tail date (004:170). */
  postingTailMonths: 3,
  /** Days after recording a result in which the employer may change it. */
  resultCorrectionDays: 7,
  /** R14: months after the month of application whose end is the seeker's last day (004:26). */
  seekerValidityMonths: 2,
  /** R14: months one event in the last month adds. */
  seekerExtensionMonths: 1,
  /** R15: months in which a seeker may switch back to valid. */
  seekerReturnMonths: 1,
  /** R16: years after which a message is erased (004:228). */
  messageYears: 1,
  /** R16, S50: hours after a withdrawal in which its confirmation is mailed; then the address and all mails to it go. */
  withdrawalErasureHours: 1,
  /** Months for which an employer reads the name of an applicant who has left: as long as it may have to answer for the selection (R13). */
  formerNameMonths: 3,
  /** Years for which it reads the name of somebody it hired (労基法 109, 143). */
  formerNameHiredYears: 3,
  /** Times an hour that a person may download their own data. */
  ownDataPerHour: 10,
  /** R17: youngest age for a seeker My Page (004:34). */
  seekerMinimumAge: 16,
  /** R18: seekers that may be asked per posting, and times the same seeker per lineage. */
  requestsPerPosting: 10,
  requestsPerSeeker: 1,
  /** R20: rows on the seeker's home (004:87, 004:101). */
  homeApplications: 2,
  homeOffers: 1,
  /** R21: files (000:61): bytes each, and how many a message or application. */
  fileBytes: 10 * 1024 * 1024,
  filesPerMessage: 10,
  /** Bytes that the files of one account may take together. */
  fileBytesPerAccount: 200 * 1024 * 1024,
  /** Hours after which a file that nothing uses is erased. */
  unusedFileHours: 24,
  /** R22: pictures of an employer. */
  employerPictures: 10,
  employerPictureBytes: 2 * 1024 * 1024,
  /** R28: lengths in full-width characters (003:381, 003:431, 003:544, 003:585). */
  postingTitleMax: 28,
  postingDutiesMax: 360,
  postingMessageMax: 600,
  postingWageFormOtherMax: 40,
  postingInsuranceOtherMax: 6,
  postingNotesMax: 600,
  businessMax: 90,
  holidayNoteMax: 60,
  selectionNoteMax: 300,
  motiveMax: 2000,
  messageMax: 2000,
  /** Full-width characters of the hours to be reached, and of a reason or an offered condition of a result. */
  reachableMax: 100,
  resultReasonMax: 300,
  /** R31: finished applications from which an employer's answer rate is shown to seekers. */
  answerRateFrom: 10,
  /** Days that an inbox event is kept. */
  inboxDays: 30,
  /** Full-width characters of what staff write down of an identity check or a reason. */
  staffPurposeMax: 300,
  /** Days that a sent mail is kept. */
  mailDays: 30,
  /** Hours an idempotency key is kept. */
  idempotencyHours: 48,
  /** Sums that 労基法 34 ties to hours worked: minutes of break over six and over eight hours. */
  breakOverSixHours: 45,
  breakOverEightHours: 60,
  /** 労基法 32, 34: hours of a day, and hours from which a break is due. */
  dailyHours: 8,
  breakFromHours: 6,
  /** 深夜 (労基法 37条4項): from this hour of the evening to this one of the morning. */
  nightWorkFromHour: 22,
  nightWorkToHour: 5,
  /** 駅近: minutes on foot from the station, as the official search form offers it. */
  nearStationMinutes: 10,
  /** Days off a year that two days off every week come to. */
  twoDaysOffHolidays: 104,
  /** 仕事の内容: full-width characters that lists show. */
  postingListedDuties: 90,
  /** Candidates above which the total of a long word is estimated (「約」). */
  exactTotalCandidates: 20_000,
  /** Requests a minute of an address where nobody is signed in (an office or school shares one), and of one account. */
  anonymousRequestsPerMinute: 1_200,
  requestsPerMinute: 1_200,
  /** Postings of the last days that carry 新着. */
  newPostingDays: 3,
  /** Minutes after its end in which an hour of the audit trail is sealed: no transaction lasts as long (S56). */
  auditSealMinutes: 5,
  /** Days of the audit trail that are recomputed at once. */
  auditCheckDays: 31,
  /** Hours for which keys, one-time passwords and remembered devices stay after their end, so that a page can say why they do not work. */
  deadKeyHours: 24,
  /** Days for which a session stays after its end: the audit trail names it. */
  endedSessionDays: 90,
  /** R27: 1 where the regular windows are in force, 0 where not (003:31, 003:705-709). Off by default while pages do not announce them. */
  maintenanceRegular: 0,
  /** R27: the weekly window begins at 0:00 of this day (0: Sunday, 「土曜24:00」), that of the month's last day at this minute (21:30); both end at this minute (6:00). */
  maintenanceWeekday: 0,
  maintenanceMonthEndFromMinute: 1_290,
  maintenanceUntilMinute: 360,
  /** R27: hours ahead in which every page tells of a window. */
  maintenanceNoticeHours: 24,
} as const

export type PolicyName = keyof typeof POLICY
export type Policy = Readonly<Record<PolicyName, number>>

/**
 * `PASSWORD_POLICY`: the manuals' rules by default, or those of NIST SP 800-63B-4 3.1.1 for a password that stands alone: longer, a
 * phrase with spaces if one likes, and no kinds demanded. Passwords that many people use are refused by both.
 */
export const PASSWORD_POLICIES = {
  seed: {},
  nist: { passwordMin: 15, passwordMax: 128, passwordKinds: 0 },
} as const satisfies Record<string, Partial<Policy>>
