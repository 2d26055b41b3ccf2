import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'ProblemFault', description: 'What is wrong with one field' })
export class ProblemFaultSchema {
  @ApiProperty({ description: 'path of the field', example: 'offence.clause' })
  field: string;

  @ApiProperty({ example: 'field.isDay' })
  code: string;

  @ApiProperty({ description: 'what to do, in Vietnamese or English' })
  detail: string;
}

@ApiSchema({ name: 'Problem', description: 'Why a request was refused (RFC 9457)' })
export class ProblemSchema {
  @ApiProperty({ example: 'urn:theoan:problem:step.not-possible' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer', example: 409 })
  status: number;

  @ApiProperty({ description: 'stable code', example: 'step.not-possible' })
  code: string;

  @ApiProperty({ description: 'what to do, in Vietnamese or English' })
  detail: string;

  @ApiPropertyOptional({ description: 'the article by which a rule refused', example: 'Đ.179 khoản 3 BLTTHS' })
  article?: string;

  @ApiPropertyOptional({ type: [String], description: 'the commands that are possible now' })
  possible?: string[];

  @ApiPropertyOptional({ description: 'the status in which the file now is', example: 'under-investigation' })
  fileStatus?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'the version that the file now has' })
  version?: number;

  @ApiPropertyOptional({ type: [ProblemFaultSchema] })
  faults?: ProblemFaultSchema[];

  @ApiProperty({ description: 'reference of this answer, also in the log' })
  instance: string;
}
