import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import { DETENTION_BASES, DETENTION_PHASES, type DetentionBasis, type DetentionPhase } from '#libs/domain/procedure';

const DAY = { type: String, format: 'date' } as const;

@ApiSchema({ name: 'HeldPerson', description: 'somebody in custody (tạm giữ); a number, no name' })
export class HeldPersonView {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  number: string;

  @ApiProperty(DAY)
  from: Day;

  @ApiProperty(DAY)
  until: Day;

  @ApiProperty({ type: 'integer' })
  extensions: number;

  @ApiPropertyOptional({ ...DAY, description: 'absent while the custody lasts' })
  endedOn?: Day;

  @ApiProperty({ ...DAY, description: 'the day of the last decision' })
  since: Day;
}

@ApiSchema({ name: 'Detention', description: 'the detention (tạm giam) of an accused by the order that stands' })
export class DetentionView {
  @ApiProperty({ enum: DETENTION_PHASES, description: 'by whose limit' })
  phase: DetentionPhase;

  @ApiProperty(DAY)
  from: Day;

  @ApiProperty(DAY)
  until: Day;

  @ApiProperty({ type: 'integer' })
  extensions: number;

  @ApiProperty({ type: 'integer', description: 'days of custody and of earlier orders, which the limit is reduced by' })
  daysBefore: number;

  @ApiPropertyOptional({
    enum: DETENTION_BASES,
    description: 'the procedure, return or court of appeal by which its length is told; absent in the ordinary course',
  })
  by?: DetentionBasis;

  @ApiPropertyOptional({ ...DAY, description: 'absent while the detention lasts' })
  endedOn?: Day;
}
