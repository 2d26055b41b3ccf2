import { buffer } from 'node:stream/consumers';
import { writeCsv, writeXlsx } from '#libs/platform/spreadsheet';

/** Cells by the headers of a register. */
export type RegisterLine = Readonly<Record<string, string>>;

export const HEADERS = ['Loại hồ sơ', 'Số thụ lý', 'Mã cơ quan', 'Bước', 'Ngày', 'Nguồn tin', 'Thẩm quyền', 'Căn cứ'];

/** @returns one line of a register of the police of province 31. */
export const line = (number: string, step: string, on: string, more: RegisterLine = {}): RegisterLine => ({
  ...{ 'Loại hồ sơ': 'tin', 'Số thụ lý': number, 'Mã cơ quan': 'CA-31', Bước: step, Ngày: on, ...more },
});
export const received = (number: string): RegisterLine =>
  line(number, 'Tiếp nhận nguồn tin', '05/03/2026', { 'Nguồn tin': 'report' });
export const classified = (number: string): RegisterLine =>
  line(number, 'phan loai', '2026-03-06', { 'Thẩm quyền': 'own' });
export const declined = (number: string): RegisterLine =>
  line(number, 'decline', '20/03/2026', { 'Căn cứ': 'no-event' });

const table = (lines: readonly RegisterLine[]): string[][] => [
  HEADERS,
  ...lines.map((one) => HEADERS.map((header) => one[header] ?? '')),
];
/** @returns a register as the bytes of a file. */
export const csvOf = async (lines: readonly RegisterLine[]): Promise<Buffer> => buffer(writeCsv(table(lines)));
export const xlsxOf = async (lines: readonly RegisterLine[]): Promise<Buffer> =>
  buffer(writeXlsx([{ name: 'So', rows: table(lines) }]));
