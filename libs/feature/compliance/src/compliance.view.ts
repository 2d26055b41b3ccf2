import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import { type ComplianceStatus, type DocketStatement, INDICATORS, type IndicatorCode } from '#libs/domain/performance';

const DAY = { type: String, format: 'date' } as const;
const STATUSES: readonly ComplianceStatus[] = ['met', 'not-met', 'no-case', 'no-target'];

@ApiSchema({ name: 'ComplianceTarget' })
export class ComplianceTargetView {
  @ApiProperty({ enum: ['>', '>=', '='] })
  comparator: string;

  @ApiProperty({ example: 90 })
  percent: number;
}

@ApiSchema({ name: 'ComplianceValue' })
export class ComplianceValueView {
  @ApiProperty({ enum: INDICATORS })
  indicator: IndicatorCode;

  @ApiProperty({ description: 'the reading of the indicator' })
  variant: string;

  @ApiProperty({ type: 'integer' })
  numerator: number;

  @ApiProperty({ type: 'integer' })
  denominator: number;

  @ApiProperty({ enum: STATUSES })
  status: ComplianceStatus;

  @ApiPropertyOptional({ type: ComplianceTargetView })
  target?: ComplianceTargetView;

  @ApiPropertyOptional({ type: 'integer', description: 'cases missing to the target; 0 or negative when reached' })
  gap?: number;
}

@ApiSchema({ name: 'CompliancePlan' })
export class CompliancePlanView {
  @ApiProperty()
  id: string;

  @ApiPropertyOptional()
  number?: string;

  @ApiProperty()
  issuer: string;

  @ApiProperty()
  title: string;
}

@ApiSchema({ name: 'CompliancePeriod' })
export class CompliancePeriodView {
  @ApiProperty({ example: '2024-Q1' })
  key: string;

  @ApiProperty(DAY)
  from: Day;

  @ApiProperty(DAY)
  to: Day;
}

@ApiSchema({ name: 'ComplianceJurisdiction' })
export class ComplianceJurisdictionView {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty({ example: '31' })
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ example: 'province' })
  level: string;
}

@ApiSchema({ name: 'ComplianceRow' })
export class ComplianceRowView {
  @ApiProperty({ type: ComplianceJurisdictionView })
  jurisdiction: ComplianceJurisdictionView;

  @ApiProperty({ type: [ComplianceValueView], description: 'K1–K5' })
  values: readonly ComplianceValueView[];

  @ApiProperty({ type: [ComplianceValueView], description: 'other readings of the same indicators; never judged' })
  beside: readonly ComplianceValueView[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'stock and flow of each docket, by its name',
  })
  dockets: Readonly<Record<string, DocketStatement>>;
}

@ApiSchema({ name: 'ComplianceTable' })
export class ComplianceTableView {
  @ApiProperty({ type: CompliancePlanView })
  plan: CompliancePlanView;

  @ApiProperty({ type: CompliancePeriodView })
  period: CompliancePeriodView;

  @ApiPropertyOptional({ ...DAY, description: 'absent: as known now' })
  asOf?: Day;

  @ApiProperty({ type: String, format: 'date-time' })
  computedAt: string;

  @ApiProperty({ type: 'integer', description: 'recorded steps that the figures do not yet include' })
  pendingSteps: number;

  @ApiProperty({ type: [ComplianceRowView] })
  rows: readonly ComplianceRowView[];
}

@ApiSchema({ name: 'ListLine', description: 'a matter behind a value' })
export class ListLineView {
  @ApiProperty({ format: 'uuid' })
  subjectId: string;

  @ApiProperty({ description: 'the accused, where persons are counted; else empty' })
  unitId: string;

  @ApiProperty()
  kind: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  status: string;

  @ApiProperty({ type: 'integer', description: 'how often it is counted' })
  count: number;

  @ApiProperty({ type: [String], description: 'the flows that put it on this list' })
  because: readonly string[];
}

@ApiSchema({ name: 'ListPage' })
export class ListPageView {
  @ApiProperty({ type: 'integer', description: 'sum over the whole list; equal to the value' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'how much of it are matters of offices that the reader does not see' })
  hidden: number;

  @ApiProperty({ type: [ListLineView] })
  items: readonly ListLineView[];

  @ApiPropertyOptional({ description: 'pass as `after` for the next page' })
  next?: string;
}

@ApiSchema({ name: 'AcceptedJob' })
export class AcceptedJobView {
  @ApiProperty({ example: 'recompute-compliance' })
  job: string;
}
