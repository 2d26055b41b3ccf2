import type { Docket, Flow, Unit } from '../docket/index.js';
import type { IndicatorCode } from '../plan/index.js';

/**
 * How an indicator counts. The denominator is either what was received in the period (`received`) or what a docket had
 * to handle (`to-be-handled` = opening + in − moved). The numerator is a list of flows within the period, or what a
 * docket inside the first had to handle.
 */
export interface IndicatorDefinition {
  readonly code: IndicatorCode;
  /** `standard` (for K3 `discovered`) is what a plan means when it says nothing else. */
  readonly variant: string;
  readonly version: number;
  readonly unit: Unit;
  readonly docket: Docket;
  readonly base: 'received' | 'to-be-handled';
  readonly counted: { readonly flows: readonly Flow[] } | { readonly handledIn: Docket };
  readonly basis: string;
}

const VKS12 = 'VKSNDTC, phương pháp tính một số chỉ tiêu cơ bản (2012): đã giải quyết / tổng thụ lý phải giải quyết';

/**
 * The five indicators of the plans and their variants. Source: mục tiêu 2 of 28/KH-BCĐ (24/01/2023); no official formula
 * is public for K3–K5, so each reading is a variant of its own, chosen in docs/decisions.
 */
export const INDICATOR_DEFINITIONS: readonly IndicatorDefinition[] = [
  {
    code: 'K1',
    variant: 'standard',
    version: 1,
    unit: 'denunciation',
    docket: 'reception',
    base: 'received',
    counted: { flows: ['received-and-classified'] },
    basis: 'Đ.145, 146 BLTTHS; Đ.7, 8 TTLT 01/2017',
  },
  {
    code: 'K2',
    variant: 'standard',
    version: 1,
    unit: 'denunciation',
    docket: 'verification',
    base: 'to-be-handled',
    counted: { flows: ['instituted', 'declined', 'suspended'] },
    basis: `${VKS12}; Đ.147 khoản 1 BLTTHS`,
  },
  {
    code: 'K2',
    variant: 'suspended-excluded',
    version: 1,
    unit: 'denunciation',
    docket: 'verification',
    base: 'to-be-handled',
    counted: { flows: ['instituted', 'declined'] },
    basis: `${VKS12}; Đ.15 TTLT 01/2020`,
  },
  {
    code: 'K3',
    variant: 'discovered',
    version: 1,
    unit: 'case',
    docket: 'investigation',
    base: 'to-be-handled',
    counted: { handledIn: 'discovery' },
    basis: 'Đ.179 BLTTHS (khởi tố bị can); kế hoạch: điều tra, khám phá / tổng số án khởi tố',
  },
  {
    code: 'K3',
    variant: 'concluded',
    version: 1,
    unit: 'case',
    docket: 'investigation',
    base: 'to-be-handled',
    counted: { flows: ['concluded', 'terminated', 'suspended'] },
    basis: 'Đ.232 BLTTHS (kết thúc điều tra)',
  },
  {
    code: 'K4',
    variant: 'standard',
    version: 1,
    unit: 'case',
    docket: 'prosecution',
    base: 'to-be-handled',
    counted: { flows: ['indicted', 'terminated', 'suspended'] },
    basis: 'Đ.240 khoản 1 BLTTHS (các quyết định của Viện kiểm sát)',
  },
  {
    code: 'K4',
    variant: 'indicted',
    version: 1,
    unit: 'case',
    docket: 'prosecution',
    base: 'to-be-handled',
    counted: { flows: ['indicted'] },
    basis: 'Đ.240 khoản 1 điểm a, Đ.243 BLTTHS',
  },
  {
    code: 'K4',
    variant: 'defendants',
    version: 1,
    unit: 'defendant',
    docket: 'prosecution-defendants',
    base: 'to-be-handled',
    counted: { flows: ['indicted', 'terminated', 'suspended'] },
    basis: 'Đ.240 khoản 1 BLTTHS',
  },
  {
    code: 'K5',
    variant: 'standard',
    version: 1,
    unit: 'case',
    docket: 'first-instance',
    base: 'to-be-handled',
    counted: { flows: ['judged', 'terminated'] },
    basis: 'Đ.277, 282, 326 BLTTHS; Tòa án: đã giải quyết, xét xử / thụ lý (án tạm đình chỉ còn tồn)',
  },
  {
    code: 'K5',
    variant: 'defendants',
    version: 1,
    unit: 'defendant',
    docket: 'first-instance-defendants',
    base: 'to-be-handled',
    counted: { flows: ['judged', 'terminated'] },
    basis: 'Đ.277, 282, 326 BLTTHS',
  },
];

/** @returns the variant that a plan means when its wording chooses none. */
export const defaultVariant = (code: IndicatorCode): string => (code === 'K3' ? 'discovered' : 'standard');

/** @returns the definition, or `undefined` when there is no such variant. */
export const findIndicator = (code: IndicatorCode, variant = defaultVariant(code)): IndicatorDefinition | undefined =>
  INDICATOR_DEFINITIONS.find((one) => one.code === code && one.variant === variant);
