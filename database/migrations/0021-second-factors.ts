import { type MigrationInterface, type QueryRunner } from 'typeorm';

const SESSION = `
alter table account add column password_must_change boolean not null default false;
comment on column account.password_must_change is 'made by somebody else: whoever signs in with it must choose another one first';
alter table session
  add column carrier text not null default 'bearer' check (carrier in ('bearer', 'cookie')),
  add column authenticated_at timestamptz;
update session set authenticated_at = created_at;
alter table session alter column authenticated_at set not null;
comment on column session.carrier is 'how the token is sent; it is worth nothing when sent in another way';
comment on column session.authenticated_at is 'when its holder last showed a factor; some routes want that to be recent';
`;

const FACTORS = `
create table totp_factor (
  account_id uuid primary key references account,
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint
);
comment on table totp_factor is 'one authenticator app for each account (RFC 6238); it counts once its first code was right';
comment on column totp_factor.secret is 'encrypted by the vault for this row';
comment on column totp_factor.last_step is 'half minute of the last code that was taken: no code is taken twice';

create table web_authn_key (
  id bytea primary key check (octet_length(id) between 1 and 1023),
  account_id uuid not null references account,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
comment on table web_authn_key is 'security keys and passkeys; only what is public of them';
create index web_authn_key_account on web_authn_key (account_id);

create table recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on column recovery_code.code_hash is 'SHA-256; the codes are random and shown once';
`;

const STEPS = `
create table pending_sign_in (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  account_id uuid not null references account,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table pending_sign_in is 'the password was right, the second factor is still to come';
create index pending_sign_in_expires_at on pending_sign_in (expires_at);

create table web_authn_challenge (
  holder bytea primary key check (octet_length(holder) = 32),
  challenge text not null,
  expires_at timestamptz not null
);
comment on table web_authn_challenge is 'what a key is asked to sign, once';
comment on column web_authn_challenge.holder is 'SHA-256 of what it is for with the token of who asked';
create index web_authn_challenge_expires_at on web_authn_challenge (expires_at);
`;

const GRANTS = `
grant select, insert, update, delete on totp_factor, web_authn_key, recovery_code to theoan_app;
grant select, insert, delete on pending_sign_in to theoan_app;
grant select, insert, update, delete on web_authn_challenge to theoan_app;
`;

/** Second factors, sign-ins that wait for one, and sessions that a browser keeps in a cookie. */
export class SecondFactors1767225600021 implements MigrationInterface {
  readonly name = 'SecondFactors1767225600021';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SESSION, FACTORS, STEPS, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table web_authn_challenge, pending_sign_in, recovery_code, web_authn_key, totp_factor');
    await runner.query('alter table session drop column carrier, drop column authenticated_at');
    await runner.query('alter table account drop column password_must_change');
  }
}
