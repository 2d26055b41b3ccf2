import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import type { Plan, PlanDifference, PlanKind, ReportObligation } from '#libs/domain/performance';
import type { PlanSummary } from './plan-directory.service.js';

const DAY = { type: String, format: 'date' } as const;
const TEXT = { type: 'object', additionalProperties: true } as const;

@ApiSchema({ name: 'PlanSummary' })
export class PlanSummaryView implements PlanSummary {
  @ApiProperty({ example: 'hai-phong-2024' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiPropertyOptional()
  number?: string;

  @ApiProperty()
  issuer: string;

  @ApiPropertyOptional(DAY)
  issuedOn?: Day;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: ['annual', 'programme'] })
  kind: PlanKind;

  @ApiProperty(DAY)
  from: Day;

  @ApiProperty(DAY)
  to: Day;

  @ApiProperty()
  territoryCode: string;

  @ApiPropertyOptional()
  parentPlanId?: string;

  @ApiProperty({ type: 'integer', description: 'how many targets it sets; 0 judges nothing' })
  targets: number;
}

@ApiSchema({ name: 'Period' })
export class PeriodView {
  @ApiProperty(DAY)
  from: Day;

  @ApiProperty(DAY)
  to: Day;
}

@ApiSchema({ name: 'NamedPeriod' })
export class NamedPeriodView {
  @ApiProperty({ example: '2024-Q1' })
  key: string;

  @ApiProperty()
  kind: string;

  @ApiProperty({ type: PeriodView })
  period: PeriodView;

  @ApiPropertyOptional({ description: 'the plan says "dự kiến"' })
  tentative?: boolean;

  @ApiProperty()
  withinPlan: boolean;
}

@ApiSchema({ name: 'ReportObligation' })
export class ReportView {
  @ApiProperty()
  key: string;

  @ApiProperty({ type: String })
  kind: ReportObligation['kind'];

  @ApiProperty({ type: 'integer' })
  year: number;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ type: PeriodView })
  period: PeriodView;

  @ApiPropertyOptional({ ...DAY, description: 'the plan says "before" this day' })
  before?: Day;

  @ApiPropertyOptional({ ...DAY, description: 'the last day on which the report is in time' })
  due?: Day;
}

@ApiSchema({ name: 'PlanDifference' })
export class PlanDifferenceView {
  @ApiProperty({ type: String })
  aspect: PlanDifference['aspect'];

  @ApiProperty()
  subject: string;

  @ApiPropertyOptional()
  own?: string;

  @ApiPropertyOptional()
  parents?: string;
}

@ApiSchema({ name: 'PlanAnswer' })
export class PlanAnswerView {
  @ApiProperty({ ...TEXT, description: 'the plan as its file in `database/seeds/plans` states it' })
  plan: Plan;

  @ApiProperty({ type: [NamedPeriodView] })
  periods: readonly NamedPeriodView[];

  @ApiProperty({ type: [ReportView] })
  reports: readonly ReportView[];

  @ApiProperty({ type: [PlanDifferenceView] })
  differences: readonly PlanDifferenceView[];
}
