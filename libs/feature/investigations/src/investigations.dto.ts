import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import {
  CASE_TRANSFER_GROUNDS,
  INVESTIGATION_SUSPENSION_GROUNDS,
  INVESTIGATION_TERMINATION_GROUNDS,
  codesOf,
} from '#libs/domain/procedure';
import { IsCalendarDay, IsRowId, Optional, ScopedStepDto, StepDto, ToOfficeDto } from '#libs/feature/casework';

export class ExtendInvestigationDto extends StepDto {
  @IsCalendarDay()
  until: Day;
}

export class AssignOfficerDto extends StepDto {
  @ApiProperty({ format: 'uuid', description: 'account of the investigator or prosecutor' })
  @IsUUID()
  officerId: string;
}

export class SuspendInvestigationDto extends ScopedStepDto {
  @ApiProperty({ enum: codesOf(INVESTIGATION_SUSPENSION_GROUNDS) })
  @IsIn(codesOf(INVESTIGATION_SUSPENSION_GROUNDS))
  ground: keyof typeof INVESTIGATION_SUSPENSION_GROUNDS;
}

export class TerminateInvestigationDto extends ScopedStepDto {
  @ApiProperty({ enum: codesOf(INVESTIGATION_TERMINATION_GROUNDS) })
  @IsIn(codesOf(INVESTIGATION_TERMINATION_GROUNDS))
  ground: keyof typeof INVESTIGATION_TERMINATION_GROUNDS;
}

export class OverruleTerminationDto extends ScopedStepDto {
  @ApiPropertyOptional({ description: 'the procuracy prosecutes at once instead of having the investigation resumed' })
  @Optional()
  @IsBoolean()
  prosecute?: boolean;
}

export class RequestTransferDto extends StepDto {
  @ApiPropertyOptional({ description: 'id of the competent body; the one to which the case is offered when absent' })
  @Optional()
  @IsRowId()
  toOfficeId?: number;
}

export class DecideTransferDto extends ToOfficeDto {
  @ApiProperty({ enum: codesOf(CASE_TRANSFER_GROUNDS) })
  @IsIn(codesOf(CASE_TRANSFER_GROUNDS))
  ground: keyof typeof CASE_TRANSFER_GROUNDS;
}
