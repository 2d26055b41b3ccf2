import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { SECRECY_MARKS, type SecrecyMark } from '#libs/feature/access';
import { IsWritten } from './is-written.js';

/** How secret a file is from now on. */
export class SecrecyDto {
  @ApiProperty({ enum: SECRECY_MARKS, description: 'none lifts the mark' })
  @IsIn(SECRECY_MARKS)
  mark: SecrecyMark;

  @ApiProperty({
    description: 'the list of state secrets, or the decision, that it rests on; no names of persons',
    example: 'QĐ 1180/QĐ-TTg',
  })
  @IsWritten(300, 3)
  basis: string;
}
