import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';
import { type Actor, type SecrecyMark, filesSeenBy, markOf } from '#libs/feature/access';
import { Database } from '#libs/platform/database';
import { FileVisibility } from './file-visibility.js';
import { cursorOf, readCursor } from './page-cursor.js';

/** What a list is narrowed to. */
export interface FileFilter {
  readonly status?: readonly string[];
  readonly officeId?: number;
  readonly number?: string;
  readonly openedFrom?: Day;
  readonly openedTo?: Day;
  readonly limit?: number;
  /** Where the previous page ended, as that page said. */
  readonly after?: string;
}

/** One line of a list. */
export interface FileLine {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly holderOfficeId: number;
  readonly openedOn: Day;
  readonly lastOn: Day;
  readonly version: number;
  readonly secrecy: SecrecyMark;
}

export interface FilePage {
  readonly items: readonly FileLine[];
  /** Pass as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

const MOST = 200;
/** Lists the files an actor may see, newest first, in pages that stay stable while files are added. */
@Injectable()
export class ListFiles {
  constructor(
    private readonly database: Database,
    private readonly visibility: FileVisibility,
  ) {}

  /** @throws DomainError `page.invalid` when `after` is not what a page said. */
  async list(actor: Actor, kind: SubjectKind, filter: FileFilter): Promise<FilePage> {
    const limit = Math.min(filter.limit ?? 50, MOST);
    const end = readCursor(filter.after);
    const rows = await this.database.query<Omit<FileLine, 'secrecy'> & { readonly degree: number }>(
      `select s.id, s.number, f.status, f.holder_office_id as "holderOfficeId", f.opened_on::text as "openedOn",
              f.last_on::text as "lastOn", s.version,
              coalesce((select mark from secrecy_mark m where m.subject_id = s.id order by m.id desc limit 1), 0) as degree
       from file_state f join subject s on s.id = f.subject_id
       where s.kind = $1 and ${this.visibility.listCondition(actor, 'f.subject_id', '$2')}
         and ($3::text[] is null or f.status = any($3)) and ($4::int is null or f.holder_office_id = $4)
         and ($5::text is null or s.number = $5)
         and ($6::date is null or f.opened_on >= $6) and ($7::date is null or f.opened_on <= $7)
         and ($8::date is null or (f.opened_on, f.subject_id) < ($8, $9::uuid))
       order by f.opened_on desc, f.subject_id desc limit $10`,
      [
        kind,
        this.visibility.scopeOf(actor),
        filter.status ?? null,
        filter.officeId ?? null,
        filter.number ?? null,
        filter.openedFrom ?? null,
        filter.openedTo ?? null,
        ...end,
        limit + 1,
      ],
      filesSeenBy(actor),
    );
    const page = rows.slice(0, limit).map(({ degree, ...line }) => ({ ...line, secrecy: markOf(degree) }));
    const last = page.at(-1);
    return rows.length > limit && last
      ? { items: page, next: cursorOf({ on: last.openedOn, id: last.id }) }
      : { items: page };
  }
}
