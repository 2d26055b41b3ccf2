import type { Standing } from './stopwatch.js';

const cell = (value: number | string): string => (typeof value === 'string' ? value : figure(value));

/** Three digits that count; times in ms, sizes in MB. */
const figure = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
};

/** Prints the figures as Markdown tables while they come in. */
export class Report {
  heading(text: string): void {
    this.line(`\n## ${text}\n`);
  }

  note(text: string): void {
    this.line(text);
  }

  table(heads: readonly string[], rows: readonly (readonly (number | string)[])[]): void {
    this.line(`| ${heads.join(' | ')} |`);
    this.line(`|${heads.map((_head, index) => (index === 0 ? '---' : '---:')).join('|')}|`);
    for (const row of rows) this.line(`| ${row.map(cell).join(' | ')} |`);
    this.line('');
  }

  /** Contestants of one run side by side; the first is the measure of the others. */
  standings(standings: readonly Standing[]): void {
    const rows = standings.map(({ name, medianMs, timesMs, ratio }) => {
      return [name, medianMs, Math.min(...timesMs), Math.max(...timesMs), ratio];
    });
    this.table(['', 'median ms', 'least', 'most', `× ${standings[0]?.name ?? ''}`], rows);
  }

  private line(text: string): void {
    process.stdout.write(`${text}\n`);
  }
}
