import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { ImportStatus } from '../run/import-run.js';

/** Which page of the faulty rows. */
export class FaultPageDto {
  @ApiPropertyOptional({ description: 'faulty rows after this line of the file', default: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after = 0;

  @ApiPropertyOptional({ default: 100, maximum: 1000 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit = 100;
}

/** The import that was asked for. */
export class ImportAskedView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
}

/** What is wrong in one faulty row, in the reader's language. */
export class FaultyRowView {
  @ApiProperty({ description: 'as a spreadsheet program counts; 1 is the header' }) readonly line!: number;
  @ApiProperty({
    type: 'array',
    items: { type: 'string', nullable: true },
    description: 'for each sentence the header of the file that it is about; null for the whole row',
  })
  readonly columns!: readonly (string | null)[];
  @ApiProperty({ type: [String] }) readonly sentences!: readonly string[];
  @ApiProperty({ type: [String] }) readonly codes!: readonly string[];
}

/** rows = recorded + waiting + alreadyThere + refused. */
export class ImportRunView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ enum: ['waiting', 'running', 'applied', 'dry-run', 'refused', 'unreadable'] })
  readonly status!: ImportStatus;
  @ApiProperty() readonly dryRun!: boolean;
  @ApiProperty() readonly rows!: number;
  @ApiProperty() readonly recorded!: number;
  @ApiProperty({ description: 'sound rows not recorded: dry run, or another row is faulty' }) readonly waiting!: number;
  @ApiProperty() readonly alreadyThere!: number;
  @ApiProperty() readonly refused!: number;
  @ApiProperty() readonly files!: number;
  @ApiProperty() readonly events!: number;
  @ApiPropertyOptional({ description: 'why the file as a whole was not read' }) readonly failure?: string;
  @ApiProperty({ type: [FaultyRowView] }) readonly faults!: readonly FaultyRowView[];
  @ApiPropertyOptional({ description: '`after` of the next page of faults' }) readonly next?: number;
}
