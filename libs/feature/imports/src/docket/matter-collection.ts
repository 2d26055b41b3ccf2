import { type DocketEvent, NAMELESS, type RefusedRow } from './docket-event.js';
import type { DocketProfile } from './profile.js';

/** The events of one file of the log, with what the file says of itself. */
export interface DocketMatter {
  readonly number: string;
  readonly agency: string;
  readonly offence: string;
  /** Whether some row of the case names a person: then a row without one is about the whole case. */
  readonly namesPersons: boolean;
  readonly events: readonly DocketEvent[];
}

interface Growing {
  readonly number: string;
  readonly caseNumber: string;
  agency: string;
  offence: string;
  events: DocketEvent[];
}

type Cells = ReadonlyMap<string, string>;

/** Puts the events of a log together to matters: one for each case, or for each accused of a case. */
export class MatterCollection {
  private readonly matters = new Map<string, Growing>();
  private readonly casesWithNames = new Set<string>();

  constructor(private readonly profile: DocketProfile) {}

  /** @param cells the row of the event; what it says of the matter first holds. */
  add(event: DocketEvent, cells: Cells): void {
    const { columns, filePer, numberPrefix } = this.profile;
    const cell = (column?: string): string => (column === undefined ? '' : (cells.get(column)?.trim() ?? ''));
    const caseNumber = cell(columns.case);
    if (event.defendant !== '') this.casesWithNames.add(caseNumber);
    const own = filePer === 'defendant' ? `/${event.defendant || NAMELESS}` : '';
    const number = `${numberPrefix}${caseNumber}${own}`;
    const matter = this.matters.get(number) ?? { number, caseNumber, agency: '', offence: '', events: [] };
    matter.agency ||= cell(columns.agency);
    matter.offence ||= cell(columns.offence);
    matter.events.push(event);
    this.matters.set(number, matter);
  }

  /**
   * Takes out the rows that must name one of the persons of their case and do not: any row where each accused has a
   * file of his own, a charge where they share one. Guessing would invent an accused.
   */
  refuseWithoutPerson(): RefusedRow[] {
    const refused: RefusedRow[] = [];
    for (const matter of this.matters.values()) {
      if (!this.casesWithNames.has(matter.caseNumber)) continue;
      const kept = matter.events.filter((event) => !this.needsPerson(event));
      for (const event of matter.events)
        if (this.needsPerson(event)) refused.push({ line: event.line, code: 'docket.no-defendant' });
      matter.events = kept;
    }
    return refused;
  }

  list(): DocketMatter[] {
    return [...this.matters.values()]
      .filter(({ events }) => events.length > 0)
      .map((matter) => ({ ...matter, namesPersons: this.casesWithNames.has(matter.caseNumber) }));
  }

  private needsPerson({ defendant, rule }: DocketEvent): boolean {
    if (defendant !== '') return false;
    return this.profile.filePer === 'defendant' || rule.steps.flat().some(({ command }) => command === 'charge');
  }
}
