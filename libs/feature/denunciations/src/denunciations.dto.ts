import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsUUID, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import {
  CARRIED_OVER_DENUNCIATION,
  DENUNCIATION_NOTICE_NAMES,
  type DenunciationNotice,
  NON_INSTITUTION_GROUNDS,
  SOURCES,
  VERIFICATION_SUSPENSION_GROUNDS,
  codesOf,
} from '#libs/domain/procedure';
import { IsCalendarDay, IsRowId, IsWritten, OffenceDto, OpeningDto, Optional, StepDto } from '#libs/feature/casework';

/** Facts that shorten the hand-over by the commune police. */
const Urgent = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: Boolean,
      description: 'flagrant, very serious, of public concern, or the suspect may flee',
    }),
    Optional(),
    IsBoolean(),
  );
const Remote = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: Boolean, description: 'a remote commune: mountain, forest, island' }),
    Optional(),
    IsBoolean(),
  );

/** Reception of a denunciation, report or petition. No names here: persons live in their own store. */
export class ReceiveDenunciationDto extends OpeningDto {
  @ApiProperty({ description: 'number in the reception register', example: '15/2026' })
  @IsWritten(60)
  number: string;

  @ApiProperty({ enum: SOURCES })
  @IsIn(SOURCES)
  source: (typeof SOURCES)[number];

  @ApiPropertyOptional({ description: 'id of the territory where it happened' })
  @Optional()
  @IsRowId()
  placeId?: number;

  @Optional()
  @IsCalendarDay({ required: false, description: 'the day of the offence, where it is told' })
  committedOn?: Day;

  @ApiPropertyOptional({ type: OffenceDto, description: 'which offence it seems to be, where it is told' })
  @Optional()
  @ValidateNested()
  @Type(() => OffenceDto)
  offence?: OffenceDto;

  @Urgent()
  urgent?: boolean;

  @Remote()
  remote?: boolean;
}

/** What the commune police find when they check preliminarily. */
export class CheckPreliminarilyDto extends StepDto {
  @Urgent()
  urgent?: boolean;

  @Remote()
  remote?: boolean;
}

/** A denunciation that a paper register hands over in the status it has there. */
export class CarryOverDenunciationDto extends OpeningDto {
  @ApiProperty({ description: 'number in the reception register', example: '15/2026' })
  @IsWritten(60)
  number: string;

  @ApiProperty({ enum: CARRIED_OVER_DENUNCIATION })
  @IsIn(CARRIED_OVER_DENUNCIATION)
  status: (typeof CARRIED_OVER_DENUNCIATION)[number];

  @ApiPropertyOptional({ enum: SOURCES })
  @Optional()
  @IsIn(SOURCES)
  source?: (typeof SOURCES)[number];

  @ApiPropertyOptional({ description: 'id of the territory where it happened' })
  @Optional()
  @IsRowId()
  placeId?: number;

  @Optional()
  @IsCalendarDay({ required: false, description: 'the day of the receipt, where the old register tells' })
  receivedOn?: Day;
}

export class ClassifyDto extends StepDto {
  @ApiProperty({ enum: ['own', 'other'], description: 'whose competence the matter is' })
  @IsIn(['own', 'other'])
  competence: 'own' | 'other';
}

export class AssignDto extends StepDto {
  @ApiProperty({ format: 'uuid', description: 'account of the investigator' })
  @IsUUID()
  assigneeId: string;
}

export class AssignProsecutorDto extends StepDto {
  @ApiProperty({ format: 'uuid', description: 'account of the prosecutor' })
  @IsUUID()
  prosecutorId: string;
}

export class RequestExtensionDto extends StepDto {
  @IsCalendarDay({ description: 'the end that is asked for' })
  until: Day;
}

export class ExtendDto extends StepDto {
  @ApiProperty({ enum: ['head', 'procuracy'] })
  @IsIn(['head', 'procuracy'])
  grantor: 'head' | 'procuracy';

  @IsCalendarDay()
  until: Day;
}

/** The case that begins: its first step is taken with the denunciation's last. */
export class OverruleDeclineDto extends StepDto {
  @ApiProperty({ description: 'number of the case in the register', example: '07/2026' })
  @IsWritten(60)
  caseNumber: string;

  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiPropertyOptional({ description: "id of the territory where it happened; the denunciation's when absent" })
  @Optional()
  @IsRowId()
  placeId?: number;

  @Optional()
  @IsCalendarDay({ required: false, description: "the day of the offence; the denunciation's when absent" })
  committedOn?: Day;
}

export class InstituteDto extends OverruleDeclineDto {
  @ApiPropertyOptional({ type: Boolean, description: 'an investigator of the commune police investigates' })
  @Optional()
  @IsBoolean()
  communeInvestigator?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'caught in the act, or surrendered' })
  @Optional()
  @IsBoolean()
  inFlagrante?: boolean;
}

/** A part that another unit of the police resolves, or the same one by itself. */
export class SplitDto extends StepDto {
  @ApiProperty({ description: 'number of the part in your register', example: '15a/2026' })
  @IsWritten(60)
  childNumber: string;

  @ApiPropertyOptional({ description: 'id of the office that gets the part; yours when absent' })
  @Optional()
  @IsRowId()
  toOfficeId?: number;

  @ApiPropertyOptional({ description: "id of the territory where the part happened; the whole's when absent" })
  @Optional()
  @IsRowId()
  placeId?: number;
}

/** The same matter stands in another file. */
export class JoinDto extends StepDto {
  @ApiProperty({ format: 'uuid', description: 'the denunciation of the same content that is resolved in its place' })
  @IsUUID()
  intoId: string;
}

export class DisputeCompetenceDto extends StepDto {
  @ApiProperty({ description: 'id of the office with which the competence is disputed' })
  @IsRowId()
  withOfficeId: number;
}

/** A notice that your office owes. */
export class NotifyDto extends StepDto {
  @ApiProperty({ enum: DENUNCIATION_NOTICE_NAMES })
  @IsIn(DENUNCIATION_NOTICE_NAMES)
  notice: DenunciationNotice;
}

export class DeclineDto extends StepDto {
  @ApiProperty({ enum: codesOf(NON_INSTITUTION_GROUNDS) })
  @IsIn(codesOf(NON_INSTITUTION_GROUNDS))
  ground: keyof typeof NON_INSTITUTION_GROUNDS;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'an administrative sanction is proposed: the file goes to that body',
  })
  @Optional()
  @IsBoolean()
  administrative?: boolean;
}

export class SuspendVerificationDto extends StepDto {
  @ApiProperty({ enum: codesOf(VERIFICATION_SUSPENSION_GROUNDS) })
  @IsIn(codesOf(VERIFICATION_SUSPENSION_GROUNDS))
  ground: keyof typeof VERIFICATION_SUSPENSION_GROUNDS;
}
