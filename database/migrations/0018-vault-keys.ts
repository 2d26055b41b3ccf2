import { type MigrationInterface, type QueryRunner } from 'typeorm';

const VAULT_KEY = `
create table vault_key (
  purpose text not null check (purpose in ('data', 'index')),
  scope text not null check (scope ~ '^[a-z][a-z-]{0,39}$'),
  version int not null check (version > 0),
  state text not null check (state in ('current', 'old', 'destroyed')),
  wrapped bytea check (octet_length(wrapped) between 32 and 49152),
  check_value bytea not null check (octet_length(check_value) = 16),
  created_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (purpose, scope, version),
  check ((state = 'destroyed') = (wrapped is null)),
  check ((state = 'destroyed') = (destroyed_at is not null))
);
comment on table vault_key is 'keys of the vault of identities, each wrapped by the key encryption key, which is never in the database';
comment on column vault_key.scope is 'data: the family whose fields it encrypts; index: the kind of number that it finds';
comment on column vault_key.check_value is 'HMAC-SHA-256 by the key, 16 bytes: tells the right key from a wrong one';
create unique index vault_key_current on vault_key (purpose, scope) where state = 'current';
`;

const GRANTS = `
grant select, insert on vault_key to theoan_app;
grant update (state, wrapped, destroyed_at) on vault_key to theoan_app;
`;

/** The wrapped keys of the vault of identities. */
export class VaultKeys1767225600018 implements MigrationInterface {
  readonly name = 'VaultKeys1767225600018';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [VAULT_KEY, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table vault_key');
  }
}
