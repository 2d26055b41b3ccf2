import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { SecrecyDto } from './dto/secrecy.dto.js';
import { MarkSecrecy } from './mark-secrecy.service.js';

/** Marks of secrecy: a marked file is there only for whom it is assigned to and for accounts cleared for its mark. */
@ApiTags('secrecy')
@ApiBearerAuth()
@Controller()
export class SecrecyController {
  constructor(private readonly secrecy: MarkSecrecy) {}

  @Put('denunciations/:id/secrecy')
  @ApiOperation({ summary: 'Mark a denunciation as a state secret, change or lift the mark' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Requires('file.mark-secrecy')
  async ofDenunciation(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() { mark, basis }: SecrecyDto,
  ): Promise<void> {
    await this.secrecy.mark({ actor, kind: 'denunciation', subjectId, mark, basis });
  }

  @Put('cases/:id/secrecy')
  @ApiOperation({ summary: 'Mark a case as a state secret, change or lift the mark' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Requires('file.mark-secrecy')
  async ofCase(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() { mark, basis }: SecrecyDto,
  ): Promise<void> {
    await this.secrecy.mark({ actor, kind: 'case', subjectId, mark, basis });
  }
}
