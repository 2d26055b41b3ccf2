import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemSchema } from './problem.schema.js';
import { newNonce, pagePolicy } from './security-headers.js';

export const DOCUMENTATION_PATH = 'api/docs';

const DESCRIPTION = `Follows a criminal case from the denunciation to the final judgment and measures the agencies against the plan in force.

Sign in with \`POST /api/v1/session\` and send the token as \`Authorization: Bearer …\`, or, from a page, let the cookie
carry it and add \`X-TheoAn-Browser: 1\` to everything but reading. Every command carries a header
\`Idempotency-Key\` with a new UUID. Refusals are \`application/problem+json\`, in Vietnamese, or in English with
\`Accept-Language: en\`.`;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

const REFUSALS: Readonly<Record<string, string>> = {
  '400': 'malformed: every faulty field is named',
  '401': 'nobody is signed in',
  '403': 'the role lacks the permission, or the law gives the step to another office',
  '404': 'there is no such thing, or it is not yours to see',
  '409': 'the law or the state of the file refuses: with the article, the status and what is possible now',
};

const isKey = (parameter: Parameter): boolean => 'name' in parameter && parameter.name === 'Idempotency-Key';

/** @returns the statuses with which an operation may be refused, by what it takes. */
function refusalsOf(operation: Operation): string[] {
  const parameters = operation.parameters ?? [];
  const isCommand = parameters.some(isKey);
  const names = parameters.some((parameter) => 'in' in parameter && parameter.in === 'path');
  const takes = parameters.length > 0 || operation.requestBody !== undefined;
  const guarded = operation.security !== undefined;
  return [
    ...(takes ? ['400'] : []),
    ...(guarded ? ['401', '403'] : []),
    ...(names || isCommand ? ['404'] : []),
    ...(isCommand ? ['409'] : []),
    'default',
  ];
}

/** Tells of every operation how it may be refused; what a route says itself stays. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const schema = { $ref: '#/components/schemas/Problem' };
  const refusal = (status: string) => ({
    description: REFUSALS[status] ?? 'refused',
    content: { 'application/problem+json': { schema } },
  });
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      for (const status of refusalsOf(operation)) operation.responses[status] ??= refusal(status);
    }
  }
  return document;
}

/** @returns the OpenAPI document of the application, its refusals included. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('TheoÁn API')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .build();
  return withProblems(SwaggerModule.createDocument(app, config, { extraModels: [ProblemSchema] }));
}

const OWN_PARTS = /<(?:script|style|link rel="stylesheet")(?=[\s>])/g;

/** The icons of the page stand in an SVG whose own style attribute the policy refuses. */
const CUSTOM_CSS = 'body > svg { position: absolute; width: 0; height: 0 }';

/**
 * Serves Swagger UI at /api/docs and the document at /api/docs-json, from the installed package: nothing is loaded from
 * elsewhere, nothing is sent elsewhere. What the page brings carries the nonce of that one answer, and nothing else runs. The
 * document is made when it is first asked for.
 */
export function serveDocumentation(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (request, reply, payload) => {
    const isPage = request.url.startsWith(`/${DOCUMENTATION_PATH}`) && typeof payload === 'string';
    const isHtml = String(reply.getHeader('content-type')).startsWith('text/html');
    if (!isPage || !isHtml) return payload;
    const nonce = newNonce();
    void reply.header('content-security-policy', pagePolicy(nonce));
    return payload.replace(OWN_PARTS, (part) => `${part} nonce="${nonce}"`);
  });
  SwaggerModule.setup(DOCUMENTATION_PATH, app, () => describeApi(app), {
    raw: ['json'],
    customSiteTitle: 'TheoÁn API',
    customCss: CUSTOM_CSS,
    swaggerOptions: { validatorUrl: null, persistAuthorization: false, displayRequestDuration: true },
  });
}
