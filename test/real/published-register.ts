import type { Territory } from '#libs/domain/jurisdiction';
import type { IndicatorCode } from '#libs/domain/performance';

/** One row of the published figures, as the file has it. */
export type PublishedRow = Readonly<Record<string, string>>;

/** What the row states, as numbers. */
export interface PublishedCounts {
  readonly carriedOver: number;
  readonly fresh: number;
  readonly resolved: number;
  readonly suspended: number;
  readonly transferred: number;
}

/** Whose register it is: offices of one province, and one elsewhere that takes what is transferred. */
export interface RegisterPlace {
  readonly province: Territory;
  readonly police: string;
  readonly procuracy: string;
  readonly court: string;
  readonly elsewhere: string;
}

/** How a kind of figure is counted, and how its matters are written into a register. */
interface Stage {
  readonly indicator: IndicatorCode;
  readonly variant: string;
  /** Whether a suspended matter counts as resolved, so that the published resolved includes it. */
  readonly suspensionResolves: boolean;
  readonly office: 'police' | 'procuracy' | 'court';
  readonly kind: 'denunciation' | 'case';
  readonly carriedOver: readonly Cells[];
  readonly fresh: readonly Cells[];
  readonly resolved: (defendants: readonly number[]) => readonly Cells[];
  readonly suspended: readonly Cells[];
  readonly transferred: readonly Cells[];
}

/** Cells of one step. `by` names another office than the stage's; `day` counts from the step before. */
interface Cells {
  readonly step: string;
  readonly by?: 'police' | 'procuracy' | 'court' | 'elsewhere';
  readonly to?: 'police' | 'procuracy' | 'elsewhere';
  readonly cells?: Readonly<Record<string, string>>;
  readonly persons?: 'all' | 'verdicts';
  /** Month and day, where the step cannot come on the day of the others. */
  readonly on?: string;
}

export const HEADERS = [
  'Loại hồ sơ',
  'Số thụ lý',
  'Mã cơ quan',
  'Bước',
  'Ngày',
  'Trạng thái',
  'Nguồn tin',
  'Thẩm quyền',
  'Mã cơ quan nhận',
  'Điều',
  'Khoản',
  'Số bị can',
  'Căn cứ',
  'Người trả',
  'Kết quả xét xử',
] as const;

const OFFENCE = { Điều: '150', Khoản: '1' };
const carried = (status: string): readonly Cells[] => [
  { step: 'carry-over', cells: { 'Trạng thái': status }, persons: 'all' },
];
const suspend = (ground: string): readonly Cells[] => [{ step: 'suspend', cells: { 'Căn cứ': ground } }];
/** Nobody is suspended for want of an accused before the 4 months are over that an investigation lasts, on a working day (Điều 172, 229). */
const suspendUnsolved: readonly Cells[] = [{ step: 'suspend', cells: { 'Căn cứ': 'accused-unknown' }, on: '06-12' }];
const transfer: readonly Cells[] = [
  { step: 'transfer', to: 'elsewhere' },
  { step: 'accept-transfer', by: 'elsewhere' },
];
const institute: readonly Cells[] = [{ step: 'institute', cells: OFFENCE }];

const STAGES: Readonly<Record<string, Stage>> = {
  TIN: {
    ...{ indicator: 'K2', variant: 'standard', suspensionResolves: true, office: 'police', kind: 'denunciation' },
    carriedOver: [{ step: 'carry-over', cells: { 'Trạng thái': 'in-verification' } }],
    fresh: [
      { step: 'receive', cells: { 'Nguồn tin': 'report' } },
      { step: 'classify', cells: { 'Thẩm quyền': 'own' } },
    ],
    resolved: () => [{ step: 'decline', cells: { 'Căn cứ': 'no-event' } }],
    suspended: suspend('expertise-pending'),
    transferred: transfer,
  },
  DIEUTRA: {
    ...{ indicator: 'K3', variant: 'concluded', suspensionResolves: true, office: 'police', kind: 'case' },
    carriedOver: [{ step: 'carry-over', cells: { 'Trạng thái': 'under-investigation' } }],
    fresh: institute,
    resolved: () => [
      { step: 'charge', persons: 'all', cells: OFFENCE },
      { step: 'approve-charge', by: 'procuracy', persons: 'all' },
      { step: 'conclude' },
    ],
    suspended: suspendUnsolved,
    transferred: transfer,
  },
  KHAMPHA: {
    ...{ indicator: 'K3', variant: 'discovered', suspensionResolves: false, office: 'police', kind: 'case' },
    carriedOver: [{ step: 'carry-over', cells: { 'Trạng thái': 'under-investigation', Điều: '150', Khoản: '1' } }],
    fresh: institute,
    resolved: () => [{ step: 'charge', persons: 'all', cells: OFFENCE }],
    suspended: suspendUnsolved,
    transferred: transfer,
  },
  TRUYTO: {
    ...{ indicator: 'K4', variant: 'standard', suspensionResolves: true, office: 'procuracy', kind: 'case' },
    carriedOver: carried('at-procuracy'),
    fresh: carried('at-procuracy'),
    resolved: () => [{ step: 'indict' }],
    suspended: suspend('illness'),
    transferred: [{ step: 'return-for-supplement', to: 'police', cells: { 'Căn cứ': 'evidence-lacking' } }],
  },
  TOAAN: {
    ...{ indicator: 'K5', variant: 'standard', suspensionResolves: false, office: 'court', kind: 'case' },
    carriedOver: carried('scheduled'),
    fresh: carried('scheduled'),
    resolved: () => [{ step: 'judge', persons: 'verdicts' }],
    suspended: suspend('illness'),
    // A court without competence gives the file back to the procuracy (Điều 274 BLTTHS).
    transferred: [
      {
        step: 'return-by-court',
        to: 'procuracy',
        cells: { 'Căn cứ': 'procedural-violation', 'Người trả': 'judge' },
      },
    ],
  },
};

/** @returns which indicator and variant the row is measured by. @throws Error when its prefix means nothing. */
export function measureOf(row: PublishedRow): { indicator: IndicatorCode; variant: string; stage: Stage } {
  const stage = STAGES[(row['indicator'] ?? '').split(':')[0]?.trim() ?? ''];
  if (!stage) throw new Error(`${row['id']}: no such indicator`);
  const ofPersons = stage === STAGES['TOAAN'] && row['unit'] === 'bị cáo';
  return { indicator: stage.indicator, variant: ofPersons ? 'defendants' : stage.variant, stage };
}

const count = (row: PublishedRow, name: string): number | undefined => {
  const text = row[name]?.trim() ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
};

/** @returns the counts, or `undefined` when the row has none. Where only a total is given, all is new. */
export function countsOf(row: PublishedRow): PublishedCounts | undefined {
  const [total, fresh] = [count(row, 'total_to_handle'), count(row, 'new')];
  const all = total ?? (fresh === undefined ? undefined : fresh + (count(row, 'carried_over') ?? 0));
  if (all === undefined) return undefined;
  const carriedOver = count(row, 'carried_over') ?? all - (fresh ?? all);
  const transferred = count(row, 'transferred_out') ?? 0;
  return {
    ...{ carriedOver, fresh: all - carriedOver, transferred },
    resolved: count(row, 'resolved') ?? 0,
    suspended: count(row, 'suspended_incl') ?? 0,
  };
}

const PERSONS_PER_CASE = 2;

/**
 * Writes the register that the row describes: its rows are `HEADERS` and one row per step.
 * @param year the period; what is carried over stands in the register since the December before.
 */
export function* registerOf(row: PublishedRow, place: RegisterPlace, year: number): Generator<readonly string[]> {
  yield HEADERS;
  const counts = countsOf(row);
  if (!counts) throw new Error(`${row['id']} has no counts`);
  const { stage, variant } = measureOf(row);
  const ends = [
    { many: counts.transferred, steps: () => stage.transferred },
    { many: counts.suspended, steps: () => stage.suspended },
    { many: counts.resolved - (stage.suspensionResolves ? counts.suspended : 0), steps: stage.resolved },
    { many: Number.POSITIVE_INFINITY, steps: () => [] },
  ];
  const units = counts.carriedOver + counts.fresh;
  let [written, file] = [0, 0];
  for (const { many, steps } of ends) {
    for (let left = Math.min(many, units - written); left > 0; ) {
      const persons = variant === 'defendants' ? Math.min(PERSONS_PER_CASE, left) : 1;
      const isCarried = written < counts.carriedOver;
      const defendants = Array.from({ length: persons }, (_, index) => index + 1);
      const opening = isCarried ? stage.carriedOver : stage.fresh;
      file += 1;
      const days = { first: isCarried ? `${year - 1}-12-15` : `${year}-02-10`, then: `${year}-03-20` };
      const number = `${row['id']}-${String(file).padStart(6, '0')}/${year}`;
      yield* rowsOf({ stage, place, number, defendants }, [...opening, ...steps(defendants)], {
        ...days,
        opening: opening.length,
      });
      written += persons;
      left -= persons;
    }
  }
}

function* rowsOf(
  matter: { stage: Stage; place: RegisterPlace; number: string; defendants: readonly number[] },
  steps: readonly Cells[],
  days: { first: string; then: string; opening: number },
): Generator<readonly string[]> {
  const { stage, place, number, defendants } = matter;
  for (const [index, { step, by, to, cells, persons, on }] of steps.entries()) {
    const filled: Record<string, string> = {
      ...{ 'Loại hồ sơ': stage.kind, 'Số thụ lý': number, 'Mã cơ quan': place[by ?? stage.office], Bước: step },
      Ngày: index < days.opening ? days.first : on ? `${days.then.slice(0, 4)}-${on}` : days.then,
      ...(to ? { 'Mã cơ quan nhận': place[to] } : {}),
      ...cells,
      ...(persons === 'all' ? { 'Số bị can': defendants.join(';') } : {}),
      ...(persons === 'verdicts' ? { 'Kết quả xét xử': defendants.map((one) => `${one}=convicted`).join(';') } : {}),
    };
    yield HEADERS.map((header) => filled[header] ?? '');
  }
}

/** @returns the denominator that the identity gives: everything accepted, less what was transferred. */
export const denominatorOf = ({ carriedOver, fresh, transferred }: PublishedCounts): number =>
  carriedOver + fresh - transferred;
