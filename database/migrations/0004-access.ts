import { type MigrationInterface, type QueryRunner } from 'typeorm';

const ACCOUNT = `
create table account (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z][a-z0-9._-]{2,39}$'),
  display_name text collate "vi-x-icu" not null,
  password_hash text not null,
  role text not null check (role in ('desk-officer', 'investigator', 'procuracy-clerk', 'court-clerk',
    'victim-support-officer', 'statistician', 'leader', 'auditor', 'administrator')),
  office_id int not null references office,
  disabled_at timestamptz,
  created_at timestamptz not null
);
comment on column account.password_hash is 'Argon2id, with its parameters and salt';
create index account_office on account (office_id);
`;

const SESSION = `
create table session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  account_id uuid not null references account,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
comment on column session.token_hash is 'SHA-256 of the token, which only its holder has';
comment on column session.last_seen_at is 'kept to the minute';
create index session_account on session (account_id);
`;

const ATTEMPT = `
create table sign_in_attempt (
  key bytea primary key,
  failures int not null,
  last_at timestamptz not null,
  wait_until timestamptz
);
comment on table sign_in_attempt is 'failed sign-ins by user name and by address, to slow down who guesses';
comment on column sign_in_attempt.key is 'SHA-256 of the kind with the user name or address: people type passwords there';
create index sign_in_attempt_last_at on sign_in_attempt (last_at);
`;

const GRANTS = `
grant select, insert, update on account to theoan_app;
grant select, insert, update, delete on session, sign_in_attempt to theoan_app;
`;

/** Accounts, their sessions, and failed attempts to sign in. */
export class Access1767225600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ACCOUNT, SESSION, ATTEMPT, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_attempt, session, account');
  }
}
