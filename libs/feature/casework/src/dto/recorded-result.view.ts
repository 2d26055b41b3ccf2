import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { RecordedResult } from '../recorded-result.js';

/** The answer to a command, as the API's description shows it. */
@ApiSchema({ name: 'RecordedResult', description: 'the file as it stands after the command' })
export class RecordedResultView implements RecordedResult {
  @ApiProperty({ format: 'uuid' })
  subjectId: string;

  @ApiProperty({ enum: ['denunciation', 'case'] })
  kind: 'denunciation' | 'case';

  @ApiProperty({ description: 'number in the register' })
  number: string;

  @ApiProperty({ type: 'integer', description: 'send it as `expectedVersion` with the next command' })
  version: number;

  @ApiProperty({ example: 'in-verification' })
  status: string;

  @ApiProperty({ type: 'integer', description: 'place of the last event in the whole record' })
  position: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'the case that an institution opened' })
  caseId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the part that was split off, the case that was severed off' })
  childId?: string;
}
