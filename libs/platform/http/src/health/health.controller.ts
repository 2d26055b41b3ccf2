import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Public } from '../public-route.decorator.js';
import { Readiness, type ReadinessState } from './readiness.js';

/** Signs of life for whoever runs the process. They name no version and no address. */
@ApiTags('health')
@Public()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** Whether the process turns at all; asks nothing outside of it. */
  @Get('livez')
  @ApiOperation({ summary: 'Whether the process lives' })
  @ApiOkResponse({ description: 'the process lives' })
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** Whether the process can answer requests: everything it needs is there and it is not stopping. */
  @Get('readyz')
  @ApiOperation({ summary: 'Whether the process can answer requests' })
  @ApiOkResponse({ description: 'ready' })
  @ApiServiceUnavailableResponse({ description: 'not ready, or stopping' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessState> {
    const state = await this.readiness.state();
    if (state.status !== 'ready') void reply.status(503);
    return state;
  }
}
