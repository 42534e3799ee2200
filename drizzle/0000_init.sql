CREATE TYPE "public"."account_status" AS ENUM('OPEN', 'SUSPENDED', 'CLOSED');--> statement-breakpoint
CREATE TYPE "public"."acting_as" AS ENUM('NOBODY', 'SEEKER', 'REGISTRANT', 'EMPLOYER', 'STAFF');--> statement-breakpoint
CREATE TYPE "public"."key_purpose" AS ENUM('OPEN_SEEKER', 'OPEN_EMPLOYER', 'OPEN_REGISTERED', 'OPEN_BY_CODE', 'MEMBER', 'RESET', 'CHANGE_EMAIL');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('COUNTER', 'MANAGER', 'AUDITOR');--> statement-breakpoint
CREATE TYPE "public"."application_channel" AS ENUM('SELF', 'ONLINE_REFERRAL', 'COUNTER_REFERRAL');--> statement-breakpoint
CREATE TYPE "public"."application_status" AS ENUM('APPLIED', 'CANCELLED', 'WITHDRAWN', 'HIRED', 'NOT_HIRED', 'LAPSED', 'VOIDED');--> statement-breakpoint
CREATE TYPE "public"."employer_status" AS ENUM('PROVISIONAL', 'OPEN', 'SUSPENDED', 'CLOSED', 'ERASED');--> statement-breakpoint
CREATE TYPE "public"."member_role" AS ENUM('OWNER', 'RECRUITER', 'VIEWER');--> statement-breakpoint
CREATE TYPE "public"."member_status" AS ENUM('INVITED', 'ACTIVE', 'REMOVED');--> statement-breakpoint
CREATE TYPE "public"."sheet_outcome" AS ENUM('WAITING', 'ACCEPTED', 'RETURNED', 'REJECTED', 'WITHDRAWN');--> statement-breakpoint
CREATE TYPE "public"."attachment_state" AS ENUM('UPLOADING', 'CHECKING', 'READY', 'REFUSED', 'ERASED');--> statement-breakpoint
CREATE TYPE "public"."thread_closed_reason" AS ENUM('RESULT', 'POSTING_ENDED', 'CANCELLED', 'VOIDED', 'WITHDRAWN', 'DECLINED', 'BLOCKED', 'ACCOUNT_CLOSED', 'KEY_REVOKED');--> statement-breakpoint
CREATE TYPE "public"."thread_kind" AS ENUM('APPLICATION', 'REQUEST', 'OFFICE', 'CENTER', 'PARTNER', 'NOTICE');--> statement-breakpoint
CREATE TYPE "public"."thread_status" AS ENUM('OPEN', 'CLOSED');--> statement-breakpoint
CREATE TYPE "public"."office_kind" AS ENUM('PUBLIC_OFFICE', 'CENTER');--> statement-breakpoint
CREATE TYPE "public"."posting_end_reason" AS ENUM('EXPIRED', 'FILLED', 'PLAN_CHANGED', 'CLOSED_BY_OFFICE');--> statement-breakpoint
CREATE TYPE "public"."posting_status" AS ENUM('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'OPEN', 'ENDED');--> statement-breakpoint
CREATE TYPE "public"."seeker_invalid_reason" AS ENUM('EXPIRED', 'BY_SEEKER', 'EMPLOYED', 'BY_OFFICE');--> statement-breakpoint
CREATE TYPE "public"."seeker_kind" AS ENUM('ONLINE', 'REGISTERED');--> statement-breakpoint
CREATE TYPE "public"."seeker_status" AS ENUM('DRAFT', 'VALID', 'INVALID');--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"status" "account_status" NOT NULL,
	"locale" text DEFAULT 'ja' NOT NULL,
	"terms_version" text NOT NULL,
	"terms_accepted_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"password_changed_at" timestamp (3) with time zone NOT NULL,
	"mails_messages" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authentication_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"purpose" "key_purpose" NOT NULL,
	"key_hash" text NOT NULL,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"terms_version" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"remembered_at" timestamp (3) with time zone NOT NULL,
	"remembered_until" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"acting_as" "acting_as" NOT NULL,
	"subject" text,
	"device_id" uuid,
	"user_agent" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"idle_until" timestamp (3) with time zone NOT NULL,
	"absolute_until" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"role" "staff_role" NOT NULL,
	"name" text NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "application_documents" (
	"application_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "application_documents_application_id_attachment_id_pk" PRIMARY KEY("application_id","attachment_id")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"seeker_id" uuid NOT NULL,
	"seeker_sheet_id" uuid NOT NULL,
	"employer_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"channel" "application_channel" NOT NULL,
	"status" "application_status" NOT NULL,
	"motive" text NOT NULL,
	"reachable" text,
	"applied_at" timestamp (3) with time zone NOT NULL,
	"cancellable_until" timestamp (3) with time zone NOT NULL,
	"answer_until" date NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"result_at" timestamp (3) with time zone,
	"thread_id" uuid,
	"stage" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "selection_results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"outcome" "application_status" NOT NULL,
	"start_date" date,
	"differences" jsonb NOT NULL,
	"reason" text,
	"message_to_seeker" text,
	"told_outside" boolean NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employer_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "member_role" NOT NULL,
	"status" "member_status" NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employer_sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"outcome" "sheet_outcome" NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"name" text NOT NULL,
	"name_kana" text NOT NULL,
	"corporate_number" text,
	"representative_title" text,
	"representative_name" text NOT NULL,
	"postal_code" text NOT NULL,
	"prefecture_code" text NOT NULL,
	"municipality_code" text NOT NULL,
	"address" text NOT NULL,
	"phone" text NOT NULL,
	"fax" text,
	"email" text,
	"web_page" text,
	"industry_code" text NOT NULL,
	"business" text NOT NULL,
	"features" text,
	"founded_year" integer,
	"capital" integer,
	"employees_whole" integer,
	"employees_here" integer NOT NULL,
	"employees_women" integer,
	"employees_part_time" integer,
	"union" boolean,
	"work_rules_full_time" boolean,
	"work_rules_part_time" boolean,
	"leave_records" jsonb NOT NULL,
	"foreign_employees" boolean,
	"insurances" text[] NOT NULL,
	"corporate_pension" text[] NOT NULL,
	"retirement_pay" boolean,
	"retirement_age" integer,
	"accessibility" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"employer_number" text,
	"status" "employer_status" NOT NULL,
	"erased_on" date,
	"sheet_id" uuid,
	"opened_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"party" text NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"extension" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"state" "attachment_state" NOT NULL,
	"problem" text,
	"blob_hash" text,
	"upload_token_hash" text,
	"used_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"hash" text PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"stored_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_attachments" (
	"message_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "message_attachments_message_id_attachment_id_pk" PRIMARY KEY("message_id","attachment_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"party" text,
	"account_id" uuid,
	"sender_name" text NOT NULL,
	"automatic" boolean DEFAULT false NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "thread_parties" (
	"thread_id" uuid NOT NULL,
	"party" text NOT NULL,
	"display_name" text NOT NULL,
	"can_write" boolean NOT NULL,
	"last_message_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "thread_parties_thread_id_party_pk" PRIMARY KEY("thread_id","party")
);
--> statement-breakpoint
CREATE TABLE "thread_reads" (
	"thread_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"party" text NOT NULL,
	"last_read_seq" bigint NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "thread_reads_thread_id_account_id_pk" PRIMARY KEY("thread_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "thread_kind" NOT NULL,
	"office_id" uuid NOT NULL,
	"about" text,
	"subject" text NOT NULL,
	"status" "thread_status" NOT NULL,
	"closed_reason" "thread_closed_reason",
	"closed_at" timestamp (3) with time zone,
	"messages_open_until" timestamp (3) with time zone,
	"last_seq" bigint DEFAULT 0 NOT NULL,
	"last_message_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "minimum_wages" (
	"prefecture_code" text NOT NULL,
	"valid_from" date NOT NULL,
	"yen" integer NOT NULL,
	"loaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "minimum_wages_prefecture_code_valid_from_pk" PRIMARY KEY("prefecture_code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "office_kind" NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kana" text NOT NULL,
	"prefecture_code" text NOT NULL,
	"municipality_code" text NOT NULL,
	"postal_code" text NOT NULL,
	"address" text NOT NULL,
	"phone" text NOT NULL,
	"opening_hours" jsonb NOT NULL,
	"postal_prefixes" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_open_periods" (
	"posting_id" uuid NOT NULL,
	"open_from" date NOT NULL,
	"open_to" date,
	"hires" integer NOT NULL,
	CONSTRAINT "posting_open_periods_posting_id_open_from_pk" PRIMARY KEY("posting_id","open_from")
);
--> statement-breakpoint
CREATE TABLE "posting_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"posting_id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"outcome" "sheet_outcome" NOT NULL,
	"reasons" jsonb NOT NULL,
	"comment" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_search" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"public_tokens" integer[] NOT NULL,
	"seeker_tokens" integer[] NOT NULL,
	"public_text" text NOT NULL,
	"seeker_text" text NOT NULL,
	"prefecture" smallint NOT NULL,
	"municipality" integer NOT NULL,
	"occupation_major" smallint NOT NULL,
	"occupation" smallint NOT NULL,
	"work_time" smallint NOT NULL,
	"employment_type" smallint NOT NULL,
	"hourly_from" integer NOT NULL,
	"monthly_from" integer NOT NULL,
	"yearly_holidays" smallint NOT NULL,
	"overtime_hours" smallint NOT NULL,
	"flags" integer NOT NULL,
	"accepted_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"posting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" text NOT NULL,
	"outcome" "sheet_outcome" NOT NULL,
	"acknowledged" jsonb NOT NULL,
	"kind" text NOT NULL,
	"work_time" text NOT NULL,
	"scope" text NOT NULL,
	"self_application" boolean NOT NULL,
	"provision_refused" text[] NOT NULL,
	"trial" text NOT NULL,
	"workplace" text NOT NULL,
	"workplace_postal_code" text NOT NULL,
	"workplace_municipality" text NOT NULL,
	"workplace_address" text NOT NULL,
	"workplace_change" text NOT NULL,
	"station" text,
	"station_transport" text,
	"station_minutes" integer,
	"smoking" text NOT NULL,
	"smoking_note" text,
	"car_commuting" boolean NOT NULL,
	"parking" boolean,
	"transfer" boolean NOT NULL,
	"transfer_range" text,
	"uij_welcome" boolean,
	"remote_work" text,
	"title" text NOT NULL,
	"occupation_code" text NOT NULL,
	"duties" text NOT NULL,
	"duties_change" text NOT NULL,
	"employment_type" text NOT NULL,
	"employment_name" text,
	"promotion" boolean,
	"promotion_record" text,
	"dispatch" text NOT NULL,
	"dispatch_licence" text,
	"term" text NOT NULL,
	"term_months" integer,
	"term_until" date,
	"renewal" text,
	"renewal_conditions" text,
	"renewal_cap" text,
	"age_limited" boolean NOT NULL,
	"age_from" integer,
	"age_to" integer,
	"age_reason" text,
	"age_reason_text" text,
	"education" text NOT NULL,
	"education_note" text,
	"experience" text NOT NULL,
	"experience_note" text,
	"pc_skills" text,
	"driving_licence" text NOT NULL,
	"licences" jsonb NOT NULL,
	"any_licence" boolean,
	"trial_period" boolean NOT NULL,
	"trial_months" integer,
	"trial_conditions" text,
	"trial_conditions_note" text,
	"wage_form" text NOT NULL,
	"wage_form_other" text,
	"base_from" integer NOT NULL,
	"base_to" integer NOT NULL,
	"allowances" jsonb NOT NULL,
	"fixed_overtime" boolean NOT NULL,
	"fixed_overtime_from" integer,
	"fixed_overtime_to" integer,
	"fixed_overtime_hours" double precision,
	"fixed_overtime_excess_paid" boolean,
	"other_allowances" text,
	"working_days_per_month" double precision NOT NULL,
	"commuting" text NOT NULL,
	"commuting_per" text,
	"commuting_amount" integer,
	"cut_off_day" text NOT NULL,
	"payday_month" text NOT NULL,
	"payday" text NOT NULL,
	"raises" boolean NOT NULL,
	"raises_record" text,
	"bonus" boolean NOT NULL,
	"bonus_times" integer,
	"bonus_months" double precision,
	"bonus_from" integer,
	"bonus_to" integer,
	"variable_hours" text NOT NULL,
	"shifts" jsonb NOT NULL,
	"range_from" text,
	"range_to" text,
	"range_hours" double precision,
	"hours_note" text,
	"overtime" boolean NOT NULL,
	"overtime_hours" double precision,
	"special_clause" boolean,
	"special_clause_note" text,
	"break_minutes" integer NOT NULL,
	"days_per_week" text,
	"days_off" text[] NOT NULL,
	"two_days_off" text NOT NULL,
	"days_off_note" text,
	"yearly_holidays" integer NOT NULL,
	"paid_leave_days" integer,
	"insurances" text[] NOT NULL,
	"insurance_other" text,
	"corporate_pensions" text[] NOT NULL,
	"mutual_aid" boolean,
	"retirement_pay" boolean NOT NULL,
	"retirement_pay_years" integer,
	"retirement" boolean NOT NULL,
	"retirement_age" integer,
	"reemployment" boolean,
	"reemployment_age" integer,
	"extension" boolean,
	"extension_age" integer,
	"housing_single" boolean,
	"housing_family" boolean,
	"nursery" boolean,
	"nursery_note" text,
	"work_rules" boolean NOT NULL,
	"pr_message" text,
	"job_features" text,
	"welfare" text,
	"training" text,
	"work_life_support" text,
	"hires" integer NOT NULL,
	"hiring_reason" text NOT NULL,
	"methods" text[] NOT NULL,
	"interviews" integer,
	"notice_from" text NOT NULL,
	"notice_days" integer NOT NULL,
	"notice_ways" text[] NOT NULL,
	"selection_when" text NOT NULL,
	"selection_place" text,
	"documents" text[] NOT NULL,
	"documents_other" text,
	"document_ways" text[] NOT NULL,
	"document_address" text,
	"document_return" text NOT NULL,
	"contact_section" text,
	"contact_name" text NOT NULL,
	"contact_name_kana" text,
	"contact_phone" text NOT NULL,
	"contact_fax" text,
	"contact_email" text,
	"remarks" text,
	"selection_note" text,
	"note_to_office" text,
	"employer_sheet_id" uuid NOT NULL,
	"hourly_from" integer NOT NULL,
	"shown_from" integer NOT NULL,
	"shown_to" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"employer_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	"successor_of" uuid,
	"posting_number" text,
	"status" "posting_status" NOT NULL,
	"end_reason" "posting_end_reason",
	"sheet_id" uuid,
	"submitted_at" timestamp (3) with time zone,
	"accepted_on" date,
	"valid_until" date,
	"invalid_on" date,
	"applications_paused" boolean DEFAULT false NOT NULL,
	"claimed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seeker_sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seeker_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"name_kana" text NOT NULL,
	"birth_date" date NOT NULL,
	"sex" text,
	"postal_code" text NOT NULL,
	"prefecture_code" text NOT NULL,
	"municipality_code" text NOT NULL,
	"address" text NOT NULL,
	"station" text,
	"phone" text NOT NULL,
	"work_situation" text NOT NULL,
	"available_from" date,
	"school_situation" text NOT NULL,
	"contact_by_office" text,
	"contact_hours" text,
	"wished_occupations" text[] NOT NULL,
	"wished_duties" text,
	"wished_kind" text,
	"wished_employment_types" text[] NOT NULL,
	"wished_hours" text,
	"overtime_wish" text,
	"days_off_wish" text,
	"remote_wish" boolean,
	"wished_municipalities" text[] NOT NULL,
	"commute_minutes" integer,
	"commutes_by_car" boolean,
	"may_move" text,
	"wished_monthly_wage" integer,
	"wished_hourly_wage" integer,
	"education" text,
	"schools" jsonb NOT NULL,
	"licences" text[] NOT NULL,
	"pc_skills" text,
	"languages" text,
	"careers" jsonb NOT NULL,
	"disability_consent" boolean,
	"disability" text,
	"considerations" text,
	"self_pr" text,
	"wishes_to_employers" text
);
--> statement-breakpoint
CREATE TABLE "seeker_valid_periods" (
	"seeker_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "seekers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"office_id" uuid,
	"seeker_number" text,
	"kind" "seeker_kind" NOT NULL,
	"status" "seeker_status" NOT NULL,
	"invalid_reason" "seeker_invalid_reason",
	"applied_on" date,
	"valid_until" date,
	"invalid_on" date,
	"published" boolean DEFAULT false NOT NULL,
	"provided_to_local_governments" boolean DEFAULT false NOT NULL,
	"provided_to_agencies" boolean DEFAULT false NOT NULL,
	"receives_benefit" boolean DEFAULT false NOT NULL,
	"sheet_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"actor_kind" text NOT NULL,
	"office" text,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"person" text,
	"fields" text[] NOT NULL,
	"purpose" text,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "closed_days" (
	"date" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"input_hash" text NOT NULL,
	"result_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "inbox_counters" (
	"party" text PRIMARY KEY NOT NULL,
	"last_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox_events" (
	"party" text NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inbox_events_party_seq_pk" PRIMARY KEY("party","seq")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"template" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "number_counters" (
	"scope" text NOT NULL,
	"kind" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_counters_scope_kind_pk" PRIMARY KEY("scope","kind")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"scope" text NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "settings_scope_name_pk" PRIMARY KEY("scope","name")
);
--> statement-breakpoint
CREATE TABLE "try_counters" (
	"bucket" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"party" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"steps" jsonb NOT NULL,
	"version" integer NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_documents" ADD CONSTRAINT "application_documents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_documents" ADD CONSTRAINT "application_documents_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_seeker_id_seekers_id_fk" FOREIGN KEY ("seeker_id") REFERENCES "public"."seekers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_seeker_sheet_id_seeker_sheets_id_fk" FOREIGN KEY ("seeker_sheet_id") REFERENCES "public"."seeker_sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_sheet_id_posting_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."posting_sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_results" ADD CONSTRAINT "selection_results_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_members" ADD CONSTRAINT "employer_members_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_members" ADD CONSTRAINT "employer_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employers" ADD CONSTRAINT "employers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_blob_hash_blobs_hash_fk" FOREIGN KEY ("blob_hash") REFERENCES "public"."blobs"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_attachments" ADD CONSTRAINT "message_attachments_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_attachments" ADD CONSTRAINT "message_attachments_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_parties" ADD CONSTRAINT "thread_parties_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_open_periods" ADD CONSTRAINT "posting_open_periods_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_reviews" ADD CONSTRAINT "posting_reviews_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_reviews" ADD CONSTRAINT "posting_reviews_sheet_id_posting_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."posting_sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_search" ADD CONSTRAINT "posting_search_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seeker_valid_periods" ADD CONSTRAINT "seeker_valid_periods_seeker_id_seekers_id_fk" FOREIGN KEY ("seeker_id") REFERENCES "public"."seekers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seekers" ADD CONSTRAINT "seekers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seekers" ADD CONSTRAINT "seekers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree ("email") WHERE "accounts"."status" <> 'CLOSED';--> statement-breakpoint
CREATE INDEX "authentication_keys_email" ON "authentication_keys" USING btree ("email","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_token_hash" ON "devices" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "devices_account" ON "devices" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_hash" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "staff_members_account" ON "staff_members" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_application" ON "applications" USING btree ("seeker_id","posting_id") WHERE "applications"."status" = 'APPLIED';--> statement-breakpoint
CREATE INDEX "applications_employer" ON "applications" USING btree ("employer_id","applied_at");--> statement-breakpoint
CREATE INDEX "applications_seeker" ON "applications" USING btree ("seeker_id","applied_at");--> statement-breakpoint
CREATE INDEX "applications_posting" ON "applications" USING btree ("posting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "selection_results_number" ON "selection_results" USING btree ("application_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "employer_members_once" ON "employer_members" USING btree ("employer_id","account_id");--> statement-breakpoint
CREATE INDEX "employer_members_account" ON "employer_members" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "employer_sheets_number" ON "employer_sheets" USING btree ("employer_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "employers_number" ON "employers" USING btree ("employer_number");--> statement-breakpoint
CREATE INDEX "employers_office" ON "employers" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "employers_erased_on" ON "employers" USING btree ("erased_on");--> statement-breakpoint
CREATE INDEX "attachments_used_by" ON "attachments" USING btree ("used_by");--> statement-breakpoint
CREATE INDEX "attachments_unused" ON "attachments" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_thread_seq" ON "messages" USING btree ("thread_id","seq");--> statement-breakpoint
CREATE INDEX "messages_sent_at" ON "messages" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "thread_parties_party" ON "thread_parties" USING btree ("party","last_message_at");--> statement-breakpoint
CREATE INDEX "thread_reads_account" ON "thread_reads" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "threads_about" ON "threads" USING btree ("about");--> statement-breakpoint
CREATE INDEX "threads_open_until" ON "threads" USING btree ("messages_open_until");--> statement-breakpoint
CREATE UNIQUE INDEX "offices_code" ON "offices" USING btree ("code");--> statement-breakpoint
CREATE INDEX "offices_prefecture" ON "offices" USING btree ("prefecture_code");--> statement-breakpoint
CREATE INDEX "posting_reviews_posting" ON "posting_reviews" USING btree ("posting_id","decided_at");--> statement-breakpoint
CREATE INDEX "posting_search_public_tokens" ON "posting_search" USING gin ("public_tokens");--> statement-breakpoint
CREATE INDEX "posting_search_seeker_tokens" ON "posting_search" USING gin ("seeker_tokens");--> statement-breakpoint
CREATE INDEX "posting_search_new" ON "posting_search" USING btree ("published_at" DESC NULLS LAST,"posting_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "posting_search_wage" ON "posting_search" USING btree ("hourly_from" DESC NULLS LAST,"posting_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "posting_search_deadline" ON "posting_search" USING btree ("valid_until","posting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "posting_sheets_number" ON "posting_sheets" USING btree ("posting_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_number" ON "postings" USING btree ("posting_number");--> statement-breakpoint
CREATE INDEX "postings_employer" ON "postings" USING btree ("employer_id","created_at");--> statement-breakpoint
CREATE INDEX "postings_waiting" ON "postings" USING btree ("office_id","submitted_at") WHERE "postings"."status" = 'SUBMITTED';--> statement-breakpoint
CREATE INDEX "postings_valid_until" ON "postings" USING btree ("valid_until") WHERE "postings"."status" = 'OPEN';--> statement-breakpoint
CREATE UNIQUE INDEX "seeker_sheets_number" ON "seeker_sheets" USING btree ("seeker_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "seeker_valid_periods_from" ON "seeker_valid_periods" USING btree ("seeker_id","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "seekers_number" ON "seekers" USING btree ("seeker_number");--> statement-breakpoint
CREATE UNIQUE INDEX "seekers_account" ON "seekers" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "seekers_office" ON "seekers" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "seekers_valid_until" ON "seekers" USING btree ("valid_until") WHERE "seekers"."status" = 'VALID';--> statement-breakpoint
CREATE INDEX "audit_records_object" ON "audit_records" USING btree ("object","at");--> statement-breakpoint
CREATE INDEX "audit_records_person" ON "audit_records" USING btree ("person","at");--> statement-breakpoint
CREATE INDEX "audit_records_actor" ON "audit_records" USING btree ("actor","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "inbox_events_created_at" ON "inbox_events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_to" ON "mails" USING btree ("to","created_at");--> statement-breakpoint
CREATE INDEX "try_counters_until" ON "try_counters" USING btree ("until");--> statement-breakpoint
CREATE UNIQUE INDEX "one_draft_per_subject" ON "drafts" USING btree ("kind","subject");