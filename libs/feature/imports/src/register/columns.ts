import { foldName } from '#libs/domain/jurisdiction';

/** A column of the register: its names on the template and other headers under which it is understood. */
interface ColumnNames {
  readonly vi: string;
  readonly en: string;
  readonly also?: readonly string[];
}

/** Every column, in the order of the template. Diacritics, capitals and spacing of a header do not matter. */
export const COLUMNS = {
  kind: { vi: 'Loại hồ sơ', en: 'Subject kind', also: ['loại', 'kind'] },
  number: { vi: 'Số thụ lý', en: 'Register number', also: ['số hồ sơ', 'số', 'number'] },
  office: { vi: 'Mã cơ quan', en: 'Office code', also: ['cơ quan', 'office'] },
  registerOffice: { vi: 'Mã cơ quan mở sổ', en: 'Register office code', also: ['cơ quan mở sổ', 'register office'] },
  step: { vi: 'Bước', en: 'Step', also: ['bước tố tụng', 'command'] },
  occurredOn: { vi: 'Ngày', en: 'Occurred on', also: ['ngày thực hiện', 'ngày xảy ra', 'date'] },
  decisionNumber: { vi: 'Số quyết định', en: 'Decision number' },
  decisionOn: { vi: 'Ngày quyết định', en: 'Decision date' },
  status: { vi: 'Trạng thái', en: 'Status' },
  since: { vi: 'Ngày thụ lý ban đầu', en: 'Originally on', also: ['ngày khởi tố ban đầu'] },
  discovered: { vi: 'Đã khám phá', en: 'Discovered' },
  source: { vi: 'Nguồn tin', en: 'Source' },
  place: { vi: 'Địa bàn', en: 'Place', also: ['nơi xảy ra'] },
  competence: { vi: 'Thẩm quyền', en: 'Competence' },
  toOffice: { vi: 'Mã cơ quan nhận', en: 'To office', also: ['cơ quan nhận'] },
  caseNumber: { vi: 'Số vụ án', en: 'Case number' },
  denunciations: { vi: 'Số nguồn tin', en: 'Denunciation numbers', also: ['denunciation number'] },
  article: { vi: 'Điều', en: 'Article' },
  clause: { vi: 'Khoản', en: 'Clause' },
  point: { vi: 'Điểm', en: 'Point' },
  defendants: { vi: 'Số bị can', en: 'Defendant numbers', also: ['defendant number', 'bị can', 'bị cáo'] },
  minor: { vi: 'Dưới 18 tuổi', en: 'Minor' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  grantor: { vi: 'Người gia hạn', en: 'Grantor' },
  until: { vi: 'Đến ngày', en: 'Until' },
  hearingOn: { vi: 'Ngày mở phiên tòa', en: 'Hearing on' },
  by: { vi: 'Người trả', en: 'By' },
  verdicts: { vi: 'Kết quả xét xử', en: 'Verdicts', also: ['verdict'] },
  appealKind: { vi: 'Loại kháng cáo', en: 'Appeal kind' },
  basis: { vi: 'Căn cứ hiệu lực', en: 'Basis' },
  outcome: { vi: 'Kết quả phúc thẩm', en: 'Outcome' },
  note: { vi: 'Ghi chú', en: 'Note', also: ['lý do', 'because'] },
} as const satisfies Record<string, ColumnNames>;
export type Column = keyof typeof COLUMNS;

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly Column[];
const REQUIRED: readonly Column[] = ['kind', 'number', 'office', 'step', 'occurredOn'];

/** Columns that the product itself adds to the file of faulty rows: read back without being asked about. */
export const FAULT_HEADERS = ['Lỗi', 'Error'] as const;

const BY_HEADER = new Map<string, Column>(
  COLUMN_NAMES.flatMap((column) => {
    const { vi, en, also = [] }: ColumnNames = COLUMNS[column];
    return [vi, en, column, ...also].map((header) => [foldName(header), column] as const);
  }),
);
const IGNORED = new Set<string>(FAULT_HEADERS.map(foldName));

/** Where each column stands in a file, and what is wrong with its header. */
export interface HeaderReading {
  /** Header of the file by column. */
  readonly columns: ReadonlyMap<Column, string>;
  readonly missing: readonly Column[];
  /** Headers that mean nothing to us, or a column that stands there already. */
  readonly unknown: readonly string[];
}

/** Finds the columns of a register by their headers, Vietnamese or English, with or without diacritics. */
export function readHeaders(headers: readonly string[]): HeaderReading {
  const columns = new Map<Column, string>();
  const unknown: string[] = [];
  for (const header of headers) {
    const folded = foldName(header);
    const column = BY_HEADER.get(folded);
    if (column && !columns.has(column)) columns.set(column, header);
    else if (!IGNORED.has(folded)) unknown.push(header);
  }
  return { columns, missing: REQUIRED.filter((column) => !columns.has(column)), unknown };
}
