import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import type { DecidedYear } from '#libs/feature/casework';
import { DaysOffDto } from './deadlines.dto.js';
import { DaysOffView } from './deadlines.view.js';
import { KeepDaysOff } from './keep-days-off.service.js';

/** The calendar of days off, kept by an administrator year by year. */
@ApiTags('days off')
@ApiBearerAuth()
@Controller('days-off')
export class DaysOffController {
  constructor(private readonly daysOff: KeepDaysOff) {}

  @Get()
  @ApiOperation({ summary: 'The days off of every known year' })
  @ApiOkResponse({ type: [DaysOffView] })
  @Requires('jurisdiction.read')
  async list(): Promise<DecidedYear[]> {
    return this.daysOff.list();
  }

  @Put(':year')
  @ApiOperation({ summary: 'Set the days off of a year; the running limits are reckoned anew' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Requires('calendar.manage')
  async set(
    @CurrentActor() actor: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Body() dto: DaysOffDto,
  ): Promise<void> {
    await this.daysOff.set({ ...dto, year }, actor.accountId);
  }
}
