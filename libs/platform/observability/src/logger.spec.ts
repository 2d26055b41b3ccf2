import { Writable } from 'node:stream';
import { DomainError } from '#libs/domain/kernel';
import { type Logger, NestLogger, createLogger } from './index.js';

function linesOf(write: (logger: Logger) => void, level: 'info' | 'trace' = 'trace'): Record<string, unknown>[] {
  const written: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString());
      done();
    },
  });
  write(createLogger(level, destination));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a log line', () => {
  it('keeps the allowed fields', () => {
    const [line] = linesOf((logger) => {
      logger.info({
        event: 'request',
        method: 'POST',
        route: '/api/v1/cases/:id/charge',
        status: 409,
        durationInMs: 3,
      });
    });
    expect(line).toMatchObject({
      level: 'info',
      event: 'request',
      method: 'POST',
      route: '/api/v1/cases/:id/charge',
      status: 409,
    });
    expect(Object.keys(line!).sort()).toEqual(['durationInMs', 'event', 'level', 'method', 'route', 'status', 'time']);
  });

  it('drops what is not on the list, however it is called', () => {
    const [line] = linesOf((logger) => {
      logger.warn({ name: 'x', body: { a: 1 }, url: '/search?q=1', query: 'q', username: 'u', req: {}, code: 'c' });
    });
    expect(Object.keys(line!).sort()).toEqual(['code', 'level', 'time']);
  });

  it.each(['Người Bịa Đặt', 'two words', 'Đặng', 'a'.repeat(201), '{"a":1}'])(
    'drops %j even in an allowed field: it is no id and no code',
    (value) => {
      expect(JSON.stringify(linesOf((logger) => logger.info({ subject: value, reason: value })))).not.toContain(value);
    },
  );

  it('drops objects and lists in an allowed field', () => {
    const [line] = linesOf((logger) => logger.info({ subject: { id: 1 }, reason: ['a'] }));
    expect(Object.keys(line!).sort()).toEqual(['level', 'time']);
  });
});

describe('an error in the log', () => {
  const logged = (error: unknown): string => JSON.stringify(linesOf((logger) => logger.error({ err: error }))[0]);

  it('is told by name, code and frames, without the message that may quote a value', () => {
    const error = Object.assign(new SyntaxError('Unexpected token in "Người Bịa Đặt"'), { code: 'E_BAD' });
    const line = logged(error);
    expect(line).toContain('"name":"SyntaxError"');
    expect(line).toContain('"code":"E_BAD"');
    expect(line).toContain('at ');
    expect(line).not.toMatch(/Bịa|Unexpected/);
  });

  it('keeps messages that are made of names of the program', () => {
    expect(logged(new TypeError("Cannot read properties of undefined (reading 'status')"))).toContain('reading');
    expect(logged(new DomainError('step.not-possible', 'rule'))).toContain('step.not-possible');
  });

  it('is told in the same way when it stands in the place of the fields', () => {
    const line = JSON.stringify(linesOf((logger) => logger.error(new Error('Người Bịa Đặt'))));
    expect(line).toContain('"name":"Error"');
    expect(line).not.toContain('Bịa');
  });

  it('does not keep fields that hang on the error', () => {
    expect(logged(Object.assign(new Error('x'), { detail: 'Key (name)=(Người Bịa Đặt)' }))).not.toContain('Bịa');
  });
});

describe('the log of Nest', () => {
  it('tells context and text, and the set-up of routes only to who debugs', () => {
    const lines = linesOf((logger) => {
      const nest = new NestLogger(logger);
      nest.warn('an idle connection was lost', 'Database');
      nest.log('Mapped {/api/v1/session, POST} route', 'RouterExplorer');
    }, 'info');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 'warn', context: 'Database', msg: 'an idle connection was lost' });
  });

  it('tells an error by name, and no stack that Nest hands over as text', () => {
    const [line] = linesOf((logger) => {
      new NestLogger(logger).error(new Error('Người Bịa Đặt'), 'Error: Người Bịa Đặt\n at x', 'ExceptionsHandler');
    });
    expect(line).toMatchObject({ level: 'error', context: 'ExceptionsHandler', err: { name: 'Error' } });
    expect(JSON.stringify(line)).not.toContain('Bịa');
  });
});
