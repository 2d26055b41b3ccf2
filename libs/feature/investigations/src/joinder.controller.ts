import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { JoinCases, plain, type RecordedResult, Records, SeverCase } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { JoinCaseDto, SeverCaseDto } from './joinder.dto.js';

/** How cases are joined and severed: two files change in one transaction. Source: Điều 170, 242 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class JoinderController {
  constructor(
    private readonly joinCases: JoinCases,
    private readonly severCase: SeverCase,
  ) {}

  @Post(':id/join')
  @Records('case-joined', 'Join a case to another one of the same office, which goes on in its place')
  @Requires('investigation.act')
  async join(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() dto: JoinCaseDto,
  ): Promise<RecordedResult> {
    return this.joinCases.join({ actor, commandId, caseId, ...plain(dto) });
  }

  @Post(':id/sever')
  @Records('case-severed', 'Sever accused off a case into a new one')
  @Requires('investigation.act')
  async sever(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() dto: SeverCaseDto,
  ): Promise<RecordedResult> {
    return this.severCase.sever({ actor, commandId, caseId, ...plain(dto) });
  }
}
