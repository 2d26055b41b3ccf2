import { COLUMNS, COLUMN_NAMES, type Column } from './columns.js';

/** Invented rows: a report that becomes a case, and a case taken over in the middle of its life. */
const EXAMPLES: readonly Readonly<Partial<Record<Column, string>>>[] = [
  {
    kind: 'Nguồn tin',
    number: '01/2026',
    office: 'CA-31',
    step: 'Tiếp nhận nguồn tin',
    occurredOn: '05/01/2026',
    source: 'tin báo về tội phạm',
  },
  {
    kind: 'Nguồn tin',
    number: '01/2026',
    office: 'CA-31',
    step: 'Phân loại',
    occurredOn: '06/01/2026',
    competence: 'thuộc thẩm quyền',
  },
  {
    ...{ kind: 'Nguồn tin', number: '01/2026', office: 'CA-31', step: 'Khởi tố vụ án', occurredOn: '20/01/2026' },
    ...{ decisionNumber: '07/QĐ', decisionOn: '20/01/2026', caseNumber: '03/2026', article: '150', clause: '1' },
  },
  {
    ...{ kind: 'Vụ án', number: '03/2026', office: 'CA-31', step: 'Khởi tố bị can', occurredOn: '22/01/2026' },
    ...{ decisionNumber: '08/QĐ', decisionOn: '22/01/2026', article: '150', clause: '1', defendants: '1;2' },
  },
  {
    ...{
      kind: 'Vụ án',
      number: '03/2026',
      office: 'VKS-31',
      step: 'Phê chuẩn khởi tố bị can',
      occurredOn: '24/01/2026',
    },
    defendants: '1;2',
  },
  {
    ...{ kind: 'Vụ án', number: '55/2025', office: 'TA-31', step: 'Số cũ', occurredOn: '31/12/2025' },
    ...{ status: 'đã có quyết định đưa ra xét xử', defendants: '1', article: '151', clause: '1' },
  },
  {
    ...{ kind: 'Vụ án', number: '55/2025', office: 'TA-31', step: 'Tuyên án', occurredOn: '12/01/2026' },
    verdicts: '1=có tội',
  },
];

/** @returns the published template as a table: the headers of the language and, filled in, a few invented rows. */
export function* templateRows(language: 'vi' | 'en', withExamples: boolean): Generator<readonly string[]> {
  yield COLUMN_NAMES.map((column) => COLUMNS[column][language]);
  if (!withExamples) return;
  for (const example of EXAMPLES) yield COLUMN_NAMES.map((column) => example[column] ?? '');
}
