import path from 'node:path';
import { ConfigurationError, readSettings, Settings } from './index.js';
import { SENTENCES } from './messages.js';

function faultsOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults.map((it) => `${it.variable} ${it.code}`);
    throw error;
  }
  return [];
}

function messageOf(environment: NodeJS.ProcessEnv): string {
  try {
    readSettings(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

const SERVER = 'postgres://app:s3cr3t-of-its-own@db.example:5432';
const DATABASE = `${SERVER}/theoan`;
const PRODUCTION = { NODE_ENV: 'production' };

const BAD: [NodeJS.ProcessEnv, string][] = [
  [{ NODE_ENV: 'prodution' }, 'NODE_ENV environment'],
  [{ DATABASE_URL: 'db.example' }, 'DATABASE_URL postgres-address'],
  [{ DATABASE_URL: 'mysql://app@db.example/theoan' }, 'DATABASE_URL postgres-address'],
  [{ DATABASE_URL: 'postgres:///theoan' }, 'DATABASE_URL postgres-address'],
  [{ DATABASE_URL: SERVER }, 'DATABASE_URL database-name'],
  [{ DATABASE_URL: `${SERVER}/` }, 'DATABASE_URL database-name'],
  [{ DATABASE_URL: `${DATABASE}?options=-c%20role%3Downer` }, 'DATABASE_URL connection-options'],
  [{ ...PRODUCTION, DATABASE_URL: 'postgres://app:change-me@db/theoan' }, 'DATABASE_URL placeholder-secret'],
  [{ ...PRODUCTION, DATABASE_URL: 'postgres://app:password@db/theoan' }, 'DATABASE_URL placeholder-secret'],
  [{ ...PRODUCTION, DATABASE_URL: 'postgres://app:p%61ssword@db/theoan' }, 'DATABASE_URL placeholder-secret'],
  [{ ...PRODUCTION, DATABASE_URL: 'postgres://postgres:postgres@db/theoan' }, 'DATABASE_URL placeholder-secret'],
  [{ DATABASE_MIGRATION_URL: DATABASE }, 'DATABASE_MIGRATION_URL application-connection'],
  [{ DATABASE_URL: DATABASE, DATABASE_MIGRATION_URL: DATABASE }, 'DATABASE_MIGRATION_URL application-connection'],
  [{ DATABASE_URL: DATABASE, DATABASE_MIGRATION_URL: 'owner' }, 'DATABASE_MIGRATION_URL postgres-address'],
  [
    { ...PRODUCTION, DATABASE_URL: DATABASE, DATABASE_MIGRATION_URL: 'postgres://owner:Change-Me@db/theoan' },
    'DATABASE_MIGRATION_URL placeholder-secret',
  ],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL redis-address'],
  [{ REDIS_URL: 'http://localhost:6379' }, 'REDIS_URL redis-address'],
  [{ ...PRODUCTION, REDIS_URL: 'redis://:change-me@queue:6379' }, 'REDIS_URL placeholder-secret'],
  [{ HTTP_HOST: 'http://127.0.0.1' }, 'HTTP_HOST host'],
  [{ HTTP_HOST: '127.0.0.1:3000' }, 'HTTP_HOST host'],
  [{ HTTP_HOST: 'two words' }, 'HTTP_HOST host'],
  [{ HTTP_PORT: '80a' }, 'HTTP_PORT port'],
  [{ HTTP_PORT: '-1' }, 'HTTP_PORT port'],
  [{ HTTP_PORT: '65536' }, 'HTTP_PORT port'],
  [{ HTTP_PORT: '3000.5' }, 'HTTP_PORT port'],
  [{ HTTP_PORT: '0x50' }, 'HTTP_PORT port'],
  [{ TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES proxies'],
  [{ TRUSTED_PROXIES: '10.0.0.1,' }, 'TRUSTED_PROXIES proxies'],
  [{ TRUSTED_PROXIES: '10.0.0.1 10.0.0.2' }, 'TRUSTED_PROXIES proxies'],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES proxies'],
  [{ TRUSTED_PROXIES: 'loopback/8' }, 'TRUSTED_PROXIES proxies'],
  [{ TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES proxies'],
  [{ TRUSTED_PROXIES: '::/0' }, 'TRUSTED_PROXIES proxies'],
  [{ TRUSTED_PROXIES: 'true' }, 'TRUSTED_PROXIES proxies'],
  [{ PUBLIC_ORIGIN: 'theoan.example' }, 'PUBLIC_ORIGIN public-origin'],
  [{ PUBLIC_ORIGIN: 'https://theoan.example/' }, 'PUBLIC_ORIGIN public-origin'],
  [{ PUBLIC_ORIGIN: 'https://theoan.example/app' }, 'PUBLIC_ORIGIN public-origin'],
  [{ PUBLIC_ORIGIN: 'https://THEOAN.example' }, 'PUBLIC_ORIGIN public-origin'],
  [{ PUBLIC_ORIGIN: 'https://someone@theoan.example' }, 'PUBLIC_ORIGIN public-origin'],
  [{ PUBLIC_ORIGIN: 'http://theoan.example' }, 'PUBLIC_ORIGIN public-origin'],
  [{ PUBLIC_ORIGIN: 'https://10.0.0.5' }, 'PUBLIC_ORIGIN public-origin'],
  [{ PUBLIC_ORIGIN: 'https://[::1]:8443' }, 'PUBLIC_ORIGIN public-origin'],
  [{ PUBLIC_ORIGIN: 'null' }, 'PUBLIC_ORIGIN public-origin'],
  [{ DATA_DIR: '/' }, 'DATA_DIR directory'],
  [{ DATA_DIR: 'kept\nhere' }, 'DATA_DIR directory'],
  [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL log-level'],
  [{ LOG_LEVEL: 'INFO' }, 'LOG_LEVEL log-level'],
  [{ DATABASE_POOL: '1' }, 'DATABASE_POOL pool'],
  [{ DATABASE_POOL: '101' }, 'DATABASE_POOL pool'],
  [{ DATABASE_POOL: 'many' }, 'DATABASE_POOL pool'],
  [{ WORKER_CONCURRENCY: '0' }, 'WORKER_CONCURRENCY concurrency'],
  [{ WORKER_CONCURRENCY: '65' }, 'WORKER_CONCURRENCY concurrency'],
  [{ QUEUE_PREFIX: 'Theo Án' }, 'QUEUE_PREFIX queue-prefix'],
  [{ QUEUE_PREFIX: 'a:b' }, 'QUEUE_PREFIX queue-prefix'],
  [{ QUEUE_PREFIX: 'a'.repeat(33) }, 'QUEUE_PREFIX queue-prefix'],
  [{ DEMONSTRATION: 'on' }, 'DEMONSTRATION demonstration'],
  [{ REQUIRE_SECOND_FACTOR: 'some' }, 'REQUIRE_SECOND_FACTOR require-second-factor'],
  [{ SESSION_HOURS: '0' }, 'SESSION_HOURS session-hours'],
  [{ SESSION_HOURS: '169' }, 'SESSION_HOURS session-hours'],
  [{ VAULT_KEY_FILE: 'vault.key' }, 'VAULT_KEY_FILE key-file'],
  [{ VAULT_KEY_FILE: '/media/key/' }, 'VAULT_KEY_FILE key-file'],
  [{ VAULT_KEY_COMMAND: 'wrap-key --slot 1' }, 'VAULT_KEY_COMMAND key-command'],
  [{ VAULT_KEY_FILE: '/media/vault.key', VAULT_KEY_COMMAND: '/bin/wrap' }, 'VAULT_KEY_COMMAND one-vault-key'],
];

describe('settings from the environment', () => {
  it('need nothing: one machine is the default', () => {
    expect(readSettings({})).toEqual(
      Object.assign(new Settings(), { dataDir: path.resolve('.data'), httpPort: 3000, databasePool: 10 }),
    );
    expect(readSettings({}).databaseUrl).toBeUndefined();
  });

  it('are read from every variable', () => {
    const settings = readSettings({
      NODE_ENV: 'production',
      DATABASE_URL: DATABASE,
      DATABASE_MIGRATION_URL: 'postgresql://owner:another-0ne@[::1]/theoan?sslmode=require',
      REDIS_URL: 'rediss://queue.example:6380/1',
      HTTP_HOST: '::',
      HTTP_PORT: '0',
      TRUSTED_PROXIES: 'loopback, 10.1.2.3,172.16.0.0/12,fd00::/8',
      PUBLIC_ORIGIN: 'https://theoan.example:8443',
      DATA_DIR: '/var/lib/theoan',
      LOG_LEVEL: 'debug',
      DATABASE_POOL: '100',
      WORKER_CONCURRENCY: '64',
      QUEUE_PREFIX: 'province-89',
      DEMONSTRATION: 'off',
      SESSION_HOURS: '8',
      REQUIRE_SECOND_FACTOR: 'all',
      VAULT_KEY_COMMAND: '/opt/hsm/wrap  --slot 1',
      HOME: '/nowhere',
    });
    expect({ ...settings }).toEqual({
      nodeEnv: 'production',
      databaseUrl: DATABASE,
      databaseMigrationUrl: 'postgresql://owner:another-0ne@[::1]/theoan?sslmode=require',
      redisUrl: 'rediss://queue.example:6380/1',
      httpHost: '::',
      httpPort: 0,
      trustedProxies: ['loopback', '10.1.2.3', '172.16.0.0/12', 'fd00::/8'],
      publicOrigin: 'https://theoan.example:8443',
      dataDir: '/var/lib/theoan',
      logLevel: 'debug',
      databasePool: 100,
      workerConcurrency: 64,
      queuePrefix: 'province-89',
      demonstration: 'off',
      sessionHours: 8,
      requireSecondFactor: 'all',
      vaultKeyCommand: ['/opt/hsm/wrap', '--slot', '1'],
    });
    expect(readSettings({ VAULT_KEY_FILE: '/media/vault.key' }).vaultKeyFile).toBe('/media/vault.key');
  });

  it('treat an empty variable as absent and forget spaces around a value', () => {
    const settings = readSettings({ DATABASE_URL: '', HTTP_PORT: ' 8080 ', LOG_LEVEL: '  ' });
    expect(settings).toMatchObject({ httpPort: 8080, logLevel: 'info' });
    expect(settings.databaseUrl).toBeUndefined();
  });

  it('allow an example password outside of production', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://postgres:postgres@localhost/theoan' })).toEqual([]);
  });

  it('cannot be changed afterwards', () => {
    expect(() => Object.assign(readSettings({}), { httpPort: 1 })).toThrow(TypeError);
  });
});

describe('a wrong environment', () => {
  it.each(BAD)('%j is refused: %s', (environment, fault) => {
    expect(faultsOf(environment)).toEqual([fault]);
  });

  it('is refused with all its faults at once, each naming its variable in both languages', () => {
    const message = messageOf({ HTTP_PORT: 'x', LOG_LEVEL: 'loud', REDIS_URL: 'nowhere', DATABASE_POOL: '0' });
    expect(message.split('\n').filter((line) => /^ {2}[A-Z_]+:/.test(line))).toHaveLength(4);
    for (const code of ['port', 'log-level', 'redis-address', 'pool']) {
      expect(message).toContain(SENTENCES[code]!.vi);
      expect(message).toContain(SENTENCES[code]!.en);
    }
    for (const variable of ['HTTP_PORT', 'LOG_LEVEL', 'REDIS_URL', 'DATABASE_POOL'])
      expect(message).toContain(variable);
  });

  it('says of the number of jobs that it counts for each queue, as the workers take it', () => {
    const message = messageOf({ WORKER_CONCURRENCY: '0' });
    expect(message).toMatch(/WORKER_CONCURRENCY: .*mỗi hàng đợi.*\n.*each queue/);
  });

  it('is refused without repeating a secret', () => {
    const message = messageOf({
      NODE_ENV: 'production',
      DATABASE_URL: 'mysql://app:hunter2-hunter2@db',
      REDIS_URL: 'tiger',
    });
    expect(message).not.toMatch(/hunter2|tiger/);
  });
});
