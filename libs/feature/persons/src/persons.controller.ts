import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '#libs/domain/kernel';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type Language, RequestedLanguage } from '#libs/platform/http';
import { CorrectPerson } from './correct-person.service.js';
import { CorrectPersonDto, RevealPersonDto, SearchPersonsDto } from './person.dto.js';
import { CorrectedPersonView, FoundPersonsView, RevealedPersonView } from './person.view.js';
import { RevealPerson } from './reveal-person.service.js';
import { type PersonQuery, SearchPersons } from './search-persons.service.js';
import { describeWarnings } from './warnings.js';

const queryOf = ({ name, exactTones = false, paper }: SearchPersonsDto): PersonQuery => {
  if (name !== undefined && paper === undefined) return { by: 'name', name, exactTones };
  if (name === undefined && paper !== undefined) return { by: 'number', kind: paper.kind, number: paper.number };
  throw new DomainError('person.name-or-number', 'malformed', {});
};

/** Persons of files: who they are is told for a purpose only, and never in an address. */
@ApiTags('persons')
@ApiBearerAuth()
@Controller('persons')
export class PersonsController {
  constructor(
    private readonly revealing: RevealPerson,
    private readonly searching: SearchPersons,
    private readonly correcting: CorrectPerson,
  ) {}

  @Post('search')
  @HttpCode(200)
  @ApiOperation({ summary: 'Find persons in your files by name or number; masked, recorded, 60 an hour' })
  @ApiOkResponse({ type: FoundPersonsView })
  @Requires('person.search')
  async search(@CurrentActor() actor: Actor, @Body() dto: SearchPersonsDto): Promise<FoundPersonsView> {
    const { families } = dto;
    return this.searching.search({ actor, query: queryOf(dto), ...(families ? { families } : {}) });
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask who somebody is, for a purpose; recorded, 30 an hour' })
  @ApiOkResponse({ type: RevealedPersonView })
  @Requires('person.reveal')
  async reveal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) personId: string,
    @Body() { fields, purpose, reason }: RevealPersonDto,
  ): Promise<RevealedPersonView> {
    return this.revealing.reveal({ actor, personId, fields, purpose, ...(reason === undefined ? {} : { reason }) });
  }

  @Post(':id/corrections')
  @HttpCode(200)
  @ApiOperation({ summary: 'Correct what is recorded of a person; what stood there stays, encrypted' })
  @ApiOkResponse({ type: CorrectedPersonView })
  @Requires('person.record')
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) personId: string,
    @Body() { fields = {}, withdrawn = [], reason }: CorrectPersonDto,
    @RequestedLanguage() language: Language,
  ): Promise<CorrectedPersonView> {
    const { changed, warnings } = await this.correcting.correct({ actor, personId, fields, withdrawn, reason });
    return { changed, warnings: describeWarnings(warnings, language) };
  }
}
