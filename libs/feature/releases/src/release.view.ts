import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import { WITHHELD } from '#libs/domain/disclosure';
import { INDICATORS, type IndicatorCode } from '#libs/domain/performance';

const DAY = { type: String, format: 'date' } as const;
const INSTANT = { type: String, format: 'date-time' } as const;
const COUNT = { type: 'integer', nullable: true } as const;
const REASON = { enum: [WITHHELD] } as const;

@ApiSchema({ name: 'WithheldCells', description: 'why a cell holds no number' })
export class WithheldCellsView {
  @ApiPropertyOptional(REASON)
  numerator?: typeof WITHHELD;

  @ApiPropertyOptional(REASON)
  denominator?: typeof WITHHELD;

  @ApiPropertyOptional(REASON)
  remaining?: typeof WITHHELD;
}

@ApiSchema({ name: 'ReleasedTarget' })
export class ReleasedTargetView {
  @ApiProperty({ enum: ['>', '>=', '='] })
  comparator: string;

  @ApiProperty({ example: 90 })
  percent: number;
}

@ApiSchema({ name: 'ReleasedValue' })
export class ReleasedValueView {
  @ApiProperty({ enum: INDICATORS })
  indicator: IndicatorCode;

  @ApiProperty()
  variant: string;

  @ApiProperty({ ...COUNT, description: 'what was done' })
  numerator: number | null;

  @ApiProperty({ ...COUNT, description: 'what had to be done' })
  denominator: number | null;

  @ApiProperty({ ...COUNT, description: 'what was not done' })
  remaining: number | null;

  @ApiProperty({ type: WithheldCellsView })
  withheld: WithheldCellsView;

  @ApiPropertyOptional({ type: ReleasedTargetView })
  target?: ReleasedTargetView;

  @ApiPropertyOptional({ description: 'from published cells only' })
  percent?: number;

  @ApiPropertyOptional({ description: 'whether the target is reached, from published cells only' })
  met?: boolean;

  @ApiPropertyOptional({ type: 'integer', description: 'cases missing, from published cells only' })
  gapInCases?: number;
}

@ApiSchema({ name: 'ReleasedJurisdiction' })
export class ReleasedJurisdictionView {
  @ApiProperty({ example: '31' })
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ example: 'province' })
  level: string;
}

@ApiSchema({ name: 'ReleasedRow' })
export class ReleasedRowView {
  @ApiProperty({ type: ReleasedJurisdictionView })
  jurisdiction: ReleasedJurisdictionView;

  @ApiProperty({ type: [ReleasedValueView] })
  values: readonly ReleasedValueView[];
}

@ApiSchema({ name: 'ReleasedPlan' })
export class ReleasedPlanView {
  @ApiProperty()
  id: string;

  @ApiPropertyOptional()
  number?: string;

  @ApiProperty()
  issuer: string;

  @ApiProperty()
  title: string;
}

@ApiSchema({ name: 'ReleasedPeriod' })
export class ReleasedPeriodView {
  @ApiProperty({ example: '2023' })
  key: string;

  @ApiProperty(DAY)
  from: Day;

  @ApiProperty(DAY)
  to: Day;
}

@ApiSchema({ name: 'ReleaseRule' })
export class ReleaseRuleView {
  @ApiProperty({ type: 'integer', description: 'a count below it is withheld, and none can be bounded more narrowly' })
  k: number;

  @ApiProperty({ type: [String] })
  sources: readonly string[];
}

@ApiSchema({ name: 'ReleaseStep', description: 'who, for which office, and when' })
export class ReleaseStepView {
  @ApiProperty(INSTANT)
  at: string;

  @ApiProperty({ description: 'code of the office' })
  office: string;

  @ApiProperty()
  username: string;
}

@ApiSchema({ name: 'ReleaseContent' })
export class ReleaseContentView {
  @ApiProperty({ example: 'TK-20261122-0F3A91BC' })
  code: string;

  @ApiProperty({ type: ReleasedPlanView })
  plan: ReleasedPlanView;

  @ApiProperty({ type: ReleasedPeriodView })
  period: ReleasedPeriodView;

  @ApiProperty({ ...DAY, description: 'the figures are those known at the end of that day' })
  knownOn: Day;

  @ApiProperty({ type: ReleaseRuleView })
  rule: ReleaseRuleView;

  @ApiProperty({ type: ReleaseStepView })
  prepared: ReleaseStepView;

  @ApiProperty({ type: [ReleasedRowView] })
  rows: readonly ReleasedRowView[];
}

@ApiSchema({ name: 'Release' })
export class ReleaseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'TK-20261122-0F3A91BC' })
  code: string;

  @ApiProperty({ description: 'of `content` as JSON without spaces, the properties in the order given' })
  sha256: string;

  @ApiProperty({ enum: ['prepared', 'approved'], description: 'only what is approved goes out' })
  state: 'prepared' | 'approved';

  @ApiPropertyOptional({ type: ReleaseStepView })
  approved?: ReleaseStepView;

  @ApiProperty({ type: ReleaseContentView })
  content: ReleaseContentView;
}
