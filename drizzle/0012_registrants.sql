CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"registrant_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "registrants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"account_id" uuid,
	"entry_number" text NOT NULL,
	"name" text NOT NULL,
	"name_kana" text NOT NULL,
	"email" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_registrant_id_registrants_id_fk" FOREIGN KEY ("registrant_id") REFERENCES "public"."registrants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrants" ADD CONSTRAINT "registrants_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrants" ADD CONSTRAINT "registrants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrants" ADD CONSTRAINT "registrants_invited_by_staff_members_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."staff_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token_hash" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_alive" ON "invitations" USING btree ("registrant_id") WHERE "invitations"."used_at" is null and "invitations"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "invitations_registrant" ON "invitations" USING btree ("registrant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "registrants_entry_number" ON "registrants" USING btree ("entry_number");--> statement-breakpoint
CREATE UNIQUE INDEX "registrants_email" ON "registrants" USING btree ("office_id","email") WHERE "registrants"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "registrants_account" ON "registrants" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "registrants_by_email" ON "registrants" USING btree ("email");