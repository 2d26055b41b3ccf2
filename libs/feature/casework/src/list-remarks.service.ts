import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import type { DifficultyCategory } from '#libs/domain/procedure';
import { type Actor, filesSeenBy } from '#libs/feature/access';
import { Database } from '#libs/platform/database';
import { FileVisibility } from './file-visibility.js';
import { type PageEnd, cursorOf, readCursor } from './page-cursor.js';

/** Which page of a list. */
interface PageAsked {
  readonly limit?: number;
  /** Where the previous page ended, as that page said. */
  readonly after?: string;
}

/** What the list of difficulties is narrowed to. */
export interface DifficultyFilter extends PageAsked {
  readonly category?: DifficultyCategory;
  /** The first and the last day on which it was noted. */
  readonly from?: Day;
  readonly to?: Day;
  /** Those that are settled, or those that are not. */
  readonly open?: boolean;
  /** Those on key cases of a campaign. */
  readonly campaign?: string;
}

/** What the list of key cases is narrowed to. */
export interface KeyCaseFilter extends PageAsked {
  readonly campaign?: string;
}

/** A difficulty with its case. */
export interface DifficultyLine {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  /** The office that noted it. */
  readonly officeId: number;
  readonly category: DifficultyCategory;
  readonly provision?: string;
  readonly summary: string;
  readonly notedOn: Day;
  readonly settledOn?: Day;
}

/** A case that is a key one. */
export interface KeyCaseLine {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly holderOfficeId: number;
  readonly since: Day;
  readonly campaign?: string;
}

export interface Page<Line> {
  readonly items: readonly Line[];
  /** Pass as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

const MOST = 200;

/** Lists what is remarked on the cases that an actor may see, newest first. */
@Injectable()
export class ListRemarks {
  constructor(
    private readonly database: Database,
    private readonly visibility: FileVisibility,
  ) {}

  /** @throws DomainError `page.invalid` when `after` is not what a page said. */
  async difficulties(actor: Actor, filter: DifficultyFilter): Promise<Page<DifficultyLine>> {
    const { category, from, to, open, campaign } = filter;
    const items = await this.database.query<DifficultyLine>(
      `select * from (
         select d.value->>'id' as id, s.id as "caseId", s.number, (d.value->>'officeId')::int as "officeId",
           d.value->>'category' as category, d.value->>'provision' as provision, d.value->>'summary' as summary,
           d.value->>'notedOn' as "notedOn", d.value->>'settledOn' as "settledOn"
         from file_state f join subject s on s.id = f.subject_id
           cross join jsonb_array_elements(f.state->'difficulties') d
         where f.state ? 'difficulties' and ($9::text is null or f.state->'keyCase'->>'campaign' = $9)
           and ${this.visibility.condition('f.subject_id', '$1')}) noted
       where ($2::text is null or category = $2) and ($3::text is null or "notedOn" >= $3)
         and ($4::text is null or "notedOn" <= $4) and ($5::boolean is null or ("settledOn" is null) = $5)
         and ($6::text is null or ("notedOn", id) < ($6, $7::text))
       order by "notedOn" desc, id desc limit $8`,
      [
        ...[this.visibility.scopeOf(actor), category ?? null, from ?? null, to ?? null, open ?? null],
        ...[...pageOf(filter), campaign ?? null],
      ],
      filesSeenBy(actor),
    );
    return cut(items.map(withoutNulls), filter, ({ notedOn, id }) => ({ on: notedOn, id }));
  }

  /** @throws DomainError as `difficulties`. */
  async keyCases(actor: Actor, filter: KeyCaseFilter): Promise<Page<KeyCaseLine>> {
    const items = await this.database.query<KeyCaseLine>(
      `select * from (
         select s.id::text as id, s.number, f.status, f.holder_office_id as "holderOfficeId",
           f.state->'keyCase'->>'since' as since, f.state->'keyCase'->>'campaign' as campaign
         from file_state f join subject s on s.id = f.subject_id
         where f.state ? 'keyCase' and ${this.visibility.condition('f.subject_id', '$1')}) marked
       where ($2::text is null or campaign = $2) and ($3::text is null or (since, id) < ($3, $4::text))
       order by since desc, id desc limit $5`,
      [this.visibility.scopeOf(actor), filter.campaign ?? null, ...pageOf(filter)],
      filesSeenBy(actor),
    );
    return cut(items.map(withoutNulls), filter, ({ since, id }) => ({ on: since, id }));
  }
}

const sizeOf = ({ limit }: PageAsked): number => Math.min(limit ?? 50, MOST);

/** The day and the id after which the page begins, and one line more than it has. */
const pageOf = (asked: PageAsked): unknown[] => [...readCursor(asked.after), sizeOf(asked) + 1];

const cut = <Line>(items: readonly Line[], asked: PageAsked, endOf: (line: Line) => PageEnd): Page<Line> => {
  const size = sizeOf(asked);
  const page = items.slice(0, size);
  const last = page.at(-1);
  return items.length > size && last ? { items: page, next: cursorOf(endOf(last)) } : { items: page };
};

const withoutNulls = <Line extends object>(line: Line): Line =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null)) as Line;
