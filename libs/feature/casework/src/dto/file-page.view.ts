import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import { SECRECY_MARKS, type SecrecyMark } from '#libs/feature/access';
import type { FileLine, FilePage } from '../list-files.service.js';

@ApiSchema({ name: 'FileLine', description: 'one file of a list' })
export class FileLineView implements FileLine {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'number in the register of the office that opened it' })
  number: string;

  @ApiProperty({ example: 'in-verification' })
  status: string;

  @ApiProperty({ type: 'integer' })
  holderOfficeId: number;

  @ApiProperty({ type: String, format: 'date' })
  openedOn: Day;

  @ApiProperty({ type: String, format: 'date', description: 'the day of the last step' })
  lastOn: Day;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: SECRECY_MARKS, description: 'its mark as a state secret' })
  secrecy: SecrecyMark;
}

/** A page of a list, as the API's description shows it. */
@ApiSchema({ name: 'FilePage', description: 'a page of files, newest first' })
export class FilePageView implements FilePage {
  @ApiProperty({ type: [FileLineView] })
  items: FileLineView[];

  @ApiPropertyOptional({ description: 'pass as `after` for the next page; absent on the last one' })
  next?: string;
}
