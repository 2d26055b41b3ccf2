import { type Day } from '#libs/domain/kernel';
import { type Validity } from './validity.js';

/** CQĐT công an | công an xã | bộ đội biên phòng | viện kiểm sát | toà án | Ban Chỉ đạo 138 | y tế (hỗ trợ nạn nhân). */
export const AGENCIES = [
  'police-investigation',
  'commune-police',
  'border-guard',
  'procuracy',
  'court',
  'committee',
  'health',
] as const;
export type Agency = (typeof AGENCIES)[number];

/** The district tier ended in 2025; the region is that of the courts and procuracies since then. */
export const OFFICE_TIERS = ['centre', 'province', 'region', 'district', 'commune'] as const;
export type OfficeTier = (typeof OFFICE_TIERS)[number];

/** A body that holds files. Its code is our own and is never used twice. `successorId`: who took over its work. */
export interface Office extends Validity {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly agency: Agency;
  readonly tier: OfficeTier;
  readonly territoryId: number;
  readonly successorId?: number;
}

/** Ground of an office that is not simply the subtree of its territory: a regional court's set of communes. */
export interface OfficeCoverage extends Validity {
  readonly officeId: number;
  readonly territoryId: number;
}

/** The passing of an office's work to another on a day, with the act that ordered it where known. */
export interface OfficeSuccession {
  readonly predecessorId: number;
  readonly successorId: number;
  readonly effectiveOn: Day;
  readonly decree?: string;
}
