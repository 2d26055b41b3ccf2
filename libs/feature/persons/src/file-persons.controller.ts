import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SubjectKind } from '#libs/domain/procedure';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { CommandId, type Language, RequestedLanguage } from '#libs/platform/http';
import { ListPersons } from './list-persons.service.js';
import { RegisterPersonDto } from './person.dto.js';
import { PersonsOfFileView, RegisteredPersonView } from './person.view.js';
import { RegisterPerson, type Registration } from './register-person.service.js';
import { describeWarnings } from './warnings.js';

/** Who records, under which key, where. */
type Asked = Pick<Registration, 'actor' | 'commandId' | 'file'>;

/** The persons of denunciations and cases: recorded there, listed masked. */
@ApiTags('persons')
@ApiBearerAuth()
@Controller()
export class FilePersonsController {
  constructor(
    private readonly listing: ListPersons,
    private readonly registering: RegisterPerson,
  ) {}

  @Get('denunciations/:id/persons')
  @ApiOperation({ summary: 'The persons of a denunciation, masked' })
  @ApiOkResponse({ type: PersonsOfFileView })
  @Requires('person.read')
  async ofDenunciation(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PersonsOfFileView> {
    return this.list(actor, 'denunciation', id);
  }

  @Get('cases/:id/persons')
  @ApiOperation({ summary: 'The persons of a case, masked, with those of the files out of which it came' })
  @ApiOkResponse({ type: PersonsOfFileView })
  @Requires('person.read')
  async ofCase(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonsOfFileView> {
    return this.list(actor, 'case', id);
  }

  @Post('denunciations/:id/persons')
  @ApiOperation({ summary: 'Record a person in a denunciation' })
  @ApiCreatedResponse({ type: RegisteredPersonView })
  @Requires('person.record')
  async inDenunciation(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: RegisterPersonDto,
    @RequestedLanguage() language: Language,
  ): Promise<RegisteredPersonView> {
    return this.register({ actor, commandId, file: { kind: 'denunciation', id } }, dto, language);
  }

  @Post('cases/:id/persons')
  @ApiOperation({ summary: 'Record a person in a case' })
  @ApiCreatedResponse({ type: RegisteredPersonView })
  @Requires('person.record')
  async inCase(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: RegisterPersonDto,
    @RequestedLanguage() language: Language,
  ): Promise<RegisteredPersonView> {
    return this.register({ actor, commandId, file: { kind: 'case', id } }, dto, language);
  }

  private async list(actor: Actor, kind: SubjectKind, id: string): Promise<PersonsOfFileView> {
    return { items: await this.listing.list(actor, kind, id) };
  }

  private async register(asked: Asked, dto: RegisterPersonDto, language: Language): Promise<RegisteredPersonView> {
    const { family, fields, nameUnknown, defendantId } = dto;
    const { id, warnings } = await this.registering.register({
      ...asked,
      family,
      fields,
      ...(nameUnknown === undefined ? {} : { nameUnknown }),
      ...(defendantId === undefined ? {} : { defendantId: defendantId.toLowerCase() }),
    });
    return { id, warnings: describeWarnings(warnings, language) };
  }
}
