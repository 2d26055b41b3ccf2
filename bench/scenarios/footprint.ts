import type { Benchmark } from '../support/stage.js';

interface Size {
  readonly name: string;
  readonly rows: number;
  readonly heap: number;
  readonly indexes: number;
}

const SIZES = `
select c.relname as name, c.reltuples::float as rows, pg_relation_size(c.oid) / 1e6::float as heap,
  pg_indexes_size(c.oid) / 1e6::float as indexes
from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname in ('event', 'ledger', 'opening',
  'opening_day', 'docket_entry', 'subject',
  'file_state', 'defendant_state') order by pg_total_relation_size(c.oid) desc`;

/** What the record, the ledger and what is derived from it take on the disk. */
export const footprint: Benchmark = {
  name: 'footprint',
  run: async ({ cluster, report, options }) => {
    report.heading('Disk');
    await cluster.owner.query('vacuum (full, analyze) opening, opening_day');
    await cluster.owner.query('analyze');
    const { rows } = await cluster.owner.query<Size>(SIZES);
    const heads = ['MB', 'rows', 'table', 'indexes', 'together, a year'];
    const line = ({ name, rows: count, heap, indexes }: Size): (string | number)[] => {
      return [name, String(Math.round(count)), heap, indexes, (heap + indexes) / options.years];
    };
    report.table(heads, rows.map(line));
  },
};
