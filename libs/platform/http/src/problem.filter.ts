import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from '#libs/platform/observability';
import { type ErrorAnswer, answerToError } from './answer-to-error.js';
import { languageOf } from './messages/language.js';
import { PROBLEM_TYPE, problemOf } from './problem.js';

/** Answers everything that is thrown anywhere as a problem; only what is our own failure goes to the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const answer = answerToError(error);
    if (answer.status >= 500) {
      this.logger.error({ event: 'failure', request: request.id, code: answer.code, err: error }, 'request failed');
    }
    if (!reply.sent) sendProblem(request, reply, answer);
  }
}

/** Sends a problem in the language that the request asks for. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, answer: ErrorAnswer): void {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(answer, language, request.id);
  void reply
    .status(answer.status)
    .headers({ ...answer.headers, 'content-language': language, vary: 'accept-language' })
    .header('content-type', PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}
