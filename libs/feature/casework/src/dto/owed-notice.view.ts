import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';

@ApiSchema({ name: 'OwedNotice', description: 'a notice that an office has still to give' })
export class OwedNoticeView {
  @ApiProperty({ example: 'receipt-to-procuracy' })
  notice: string;

  @ApiProperty({ type: 'integer' })
  officeId: number;

  @ApiProperty({ type: String, format: 'date', description: 'the day of the step after which it is owed' })
  since: Day;
}
