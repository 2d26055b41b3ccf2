import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Period, DomainError } from '#libs/domain/kernel';
import { Clock, Database, type Tx } from '#libs/platform/database';
import type { NewRelease, Release, ReleaseContent } from './release.js';
import type { CountRow } from './release-counts.js';

/** A release with what decides who sees it and who may approve it. */
export interface KnownRelease extends Release {
  readonly territoryId: number;
  readonly placeIds: readonly number[];
  readonly preparedBy: string;
  readonly asked: string;
  readonly auditedWith: readonly string[];
}

/** A release that was approved, with the true counts behind it. */
export interface EarlierRelease {
  readonly id: string;
  readonly code: string;
  readonly to: string;
  readonly territoryId: number;
  readonly counts: readonly CountRow[];
}

interface ReleaseRow {
  readonly id: string;
  readonly content: string;
  readonly sha256: string;
  readonly territory_id: number;
  readonly place_ids: number[];
  readonly prepared_by: string;
  readonly asked: string;
  readonly audited_with: string[];
  readonly approved_at: Date | null;
  readonly approver: string | null;
  readonly approver_office: string | null;
}

const ONE = `
select r.id, r.content, r.sha256, r.territory_id, r.place_ids, r.prepared_by, r.asked, r.audited_with,
  p.approved_at, a.username as approver, o.code as approver_office
from statistics_release r
left join release_approval p on p.release_id = r.id
left join account a on a.id = p.approved_by
left join office o on o.id = p.office_id
where r.id = $1`;

/**
 * Approved releases that have a territory and a day in common with a ground and a period, and those that have both in
 * common with these, and so on: what one of them narrows, narrows the others.
 */
const NEAR = `
with recursive near as (
  select r.id, r.period_from, r.period_to, r.place_ids
  from statistics_release r join release_approval p on p.release_id = r.id
  where r.period_from <= $2 and r.period_to >= $1 and r.place_ids && $3::int[]
  union
  select r.id, r.period_from, r.period_to, r.place_ids
  from near n
  join statistics_release r
    on r.period_from <= n.period_to and r.period_to >= n.period_from and r.place_ids && n.place_ids
  join release_approval p on p.release_id = r.id)`;

const EARLIER = `${NEAR}
select r.id, r.code, r.period_to::text as "to", r.territory_id as "territoryId",
  json_agg(json_build_object('indicator', c.indicator, 'part', c.part, 'place', c.place, 'count', c.count,
    'isWithheld', c.is_withheld)) as counts
from near n
join statistics_release r on r.id = n.id
join release_count c on c.release_id = r.id
group by r.id order by r.prepared_at`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const ADD_COUNTS = `
insert into release_count (release_id, indicator, part, place, count, is_withheld)
select $1, c.indicator, c.part, c.place, c.count, c."isWithheld"
from json_to_recordset($2::json) as c(indicator text, part text, place int, count int, "isWithheld" boolean)`;

/** Releases as they are kept: added, never changed. */
@Injectable()
export class ReleaseRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<KnownRelease | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.database.query<ReleaseRow>(ONE, [id]);
    return row && releaseOf(row);
  }

  /** @throws DomainError `release.not-found`. */
  async get(id: string): Promise<KnownRelease> {
    const found = await this.find(id);
    if (!found) throw new DomainError('release.not-found', 'not-found');
    return found;
  }

  /** @returns approved releases that tell of the same ground and of days of the same period, and what hangs on them. */
  async listEarlier({ from, to }: Period, placeIds: readonly number[]): Promise<EarlierRelease[]> {
    return this.database.query<EarlierRelease>(EARLIER, [from, to, placeIds]);
  }

  /** @returns the code of a release about the same ground and period that was approved, but not yet when this one was audited. */
  async findUnauditedInTx(tx: Tx, release: KnownRelease): Promise<string | undefined> {
    const { from, to } = release.content.period;
    const [row] = await tx.query<{ code: string }>(
      `${NEAR} select r.code from near n join statistics_release r on r.id = n.id
       where n.id <> all($4::uuid[]) limit 1`,
      [from, to, release.placeIds, release.auditedWith],
    );
    return row?.code;
  }

  /** @returns whether a border of a territory changed between two days, the later one included. */
  async hasBordersChanged(after: string, until: string): Promise<boolean> {
    const [row] = await this.database.query<{ changed: boolean }>(
      `select exists (select from territory_succession where effective_on > least($1::date, $2::date)
         and effective_on <= greatest($1::date, $2::date)) as changed`,
      [after, until],
    );
    return row?.changed === true;
  }

  async addInTx(tx: Tx, release: NewRelease): Promise<void> {
    const text = JSON.stringify(release.content);
    const { code, plan, period, knownOn } = release.content;
    await tx.execute(
      `insert into statistics_release (id, code, plan_id, period_from, period_to, known_on, territory_id, place_ids,
         asked, audited_with, content, sha256, prepared_by, office_id, prepared_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[release.id, code, plan.id, period.from, period.to, knownOn, release.territoryId, release.placeIds],
        ...[
          release.asked,
          release.auditedWith,
          text,
          sha256Of(text),
          release.preparedBy,
          release.officeId,
          release.preparedAt,
        ],
      ],
    );
    await tx.execute(ADD_COUNTS, [release.id, JSON.stringify(release.counts)]);
  }

  async isApprovedInTx(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query('select 1 from release_approval where release_id = $1', [id])).length > 0;
  }

  async approveInTx(tx: Tx, id: string, by: { readonly accountId: string; readonly officeId: number }): Promise<void> {
    await tx.execute(
      'insert into release_approval (release_id, approved_by, office_id, approved_at) values ($1, $2, $3, $4)',
      [id, by.accountId, by.officeId, this.clock.now()],
    );
  }

  /** One approval after the other: each sees those before it. */
  async lockInTx(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('statistics_release'))`);
  }
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

const releaseOf = (row: ReleaseRow): KnownRelease => {
  const content = JSON.parse(row.content) as ReleaseContent;
  const { approved_at: at, approver: username, approver_office: office } = row;
  const approved = at && username && office ? { approved: { at: at.toISOString(), office, username } } : {};
  return {
    id: row.id,
    code: content.code,
    sha256: row.sha256,
    state: at ? 'approved' : 'prepared',
    ...approved,
    content,
    territoryId: row.territory_id,
    placeIds: row.place_ids,
    preparedBy: row.prepared_by,
    asked: row.asked,
    auditedWith: row.audited_with,
  };
};
