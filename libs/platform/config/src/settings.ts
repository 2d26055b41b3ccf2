import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsDirectory } from './constraints/directory.js';
import { IsCommand, IsKeyFile, IsOnlyKey } from './constraints/vault-key.js';
import { HasApplicationConnection } from './constraints/application-connection.js';
import { HasOwnSecret } from './constraints/own-secret.js';
import { IsPublicOrigin } from './constraints/public-origin.js';
import { IsProxyList } from './constraints/proxy-list.js';
import { IsServerAddress, NamesDatabase, NoConnectionOptions } from './constraints/server-address.js';
import { CommandVariable, ListVariable, NumberVariable, Variable } from './variable.js';

const POSTGRES = ['postgres:', 'postgresql:'];
const REDIS = ['redis:', 'rediss:'];
/** A host name, an IPv4 or an IPv6 address. */
const HOST =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|[0-9a-f:]*:[0-9a-f:.]+)$/i;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const ENVIRONMENTS = ['development', 'test', 'production'] as const;

/**
 * Everything that can be set from outside, one property per environment variable (`httpPort` is HTTP_PORT), with the
 * values for a single machine as defaults. The `message` of a rule names its sentence in the catalogue.
 */
export class Settings {
  @Variable()
  @IsIn(ENVIRONMENTS, { message: 'environment' })
  readonly nodeEnv: (typeof ENVIRONMENTS)[number] = 'development';

  /** Connection of the application; absent: the embedded server. */
  @Variable()
  @IsOptional()
  @IsServerAddress(POSTGRES, { message: 'postgres-address' })
  @NamesDatabase({ message: 'database-name' })
  @NoConnectionOptions({ message: 'connection-options' })
  @HasOwnSecret({ message: 'placeholder-secret' })
  readonly databaseUrl?: string;

  /** Connection of the role that owns the tables; absent: `databaseUrl` owns them. */
  @Variable()
  @IsOptional()
  @IsServerAddress(POSTGRES, { message: 'postgres-address' })
  @NamesDatabase({ message: 'database-name' })
  @NoConnectionOptions({ message: 'connection-options' })
  @HasOwnSecret({ message: 'placeholder-secret' })
  @HasApplicationConnection({ message: 'application-connection' })
  readonly databaseMigrationUrl?: string;

  /** Absent: the queues lie in PostgreSQL. */
  @Variable()
  @IsOptional()
  @IsServerAddress(REDIS, { message: 'redis-address' })
  @HasOwnSecret({ message: 'placeholder-secret' })
  readonly redisUrl?: string;

  @Variable()
  @Matches(HOST, { message: 'host' })
  readonly httpHost: string = '127.0.0.1';

  /** 0: any free port. */
  @NumberVariable()
  @IsInt({ message: 'port' })
  @Min(0, { message: 'port' })
  @Max(65_535, { message: 'port' })
  readonly httpPort: number = 3000;

  /**
   * The reverse proxies that stand before us: what they say of a client's address (X-Forwarded-For) is believed, what
   * anybody else says is not. Nobody by default; behind a proxy that is not named all clients share its address.
   */
  @ListVariable()
  @IsProxyList({ message: 'proxies' })
  readonly trustedProxies: readonly string[] = [];

  /**
   * Where browsers find us, such as https://theoan.example. A browser's commands are taken from there alone, and security
   * keys are bound to its host. Absent: http://localhost at `httpPort`.
   */
  @Variable()
  @IsOptional()
  @IsPublicOrigin({ message: 'public-origin' })
  readonly publicOrigin?: string;

  /** Absolute path of the folder for what the embedded parts keep. */
  @Variable()
  @IsDirectory({ message: 'directory' })
  readonly dataDir: string = '.data';

  @Variable()
  @IsIn(LOG_LEVELS, { message: 'log-level' })
  readonly logLevel: (typeof LOG_LEVELS)[number] = 'info';

  /** Most connections of one process to the database. */
  @NumberVariable()
  @IsInt({ message: 'pool' })
  @Min(2, { message: 'pool' })
  @Max(100, { message: 'pool' })
  readonly databasePool: number = 10;

  /** Jobs of each queue that one worker process does at the same time: three queues at 4 are 12 jobs at most. */
  @NumberVariable()
  @IsInt({ message: 'concurrency' })
  @Min(1, { message: 'concurrency' })
  @Max(64, { message: 'concurrency' })
  readonly workerConcurrency: number = 4;

  @Variable()
  @Matches(/^[a-z][a-z0-9_-]{0,31}$/, { message: 'queue-prefix' })
  readonly queuePrefix: string = 'theoan';

  /** `auto`: an empty database receives the invented demonstration country. */
  @Variable()
  @IsIn(['auto', 'off'], { message: 'demonstration' })
  readonly demonstration: 'auto' | 'off' = 'auto';

  /** Hours after which a signed-in person must sign in again. */
  @NumberVariable()
  @IsInt({ message: 'session-hours' })
  @Min(1, { message: 'session-hours' })
  @Max(168, { message: 'session-hours' })
  readonly sessionHours: number = 12;

  /**
   * Whose accounts must have a second factor: `all`, `privileged` (who makes accounts or reads the audit) or `none`.
   * Absent: `privileged` with `databaseUrl`, else `none`.
   */
  @Variable()
  @IsOptional()
  @IsIn(['all', 'privileged', 'none'], { message: 'require-second-factor' })
  readonly requireSecondFactor?: 'all' | 'privileged' | 'none';

  /** File of the key that opens the vault of identities; absent: one in `dataDir`, beside the embedded server only. */
  @Variable()
  @IsOptional()
  @IsKeyFile({ message: 'key-file' })
  readonly vaultKeyFile?: string;

  /** File of the key that signs the audit; absent: one in `dataDir`, beside the embedded server only. */
  @Variable()
  @IsOptional()
  @IsKeyFile({ message: 'key-file' })
  readonly auditKeyFile?: string;

  /** Program and parameters that wrap and unwrap keys in place of a key file, for an HSM or a KMS. */
  @CommandVariable()
  @IsOptional()
  @IsCommand({ message: 'key-command' })
  @IsOnlyKey({ message: 'one-vault-key' })
  readonly vaultKeyCommand?: readonly string[];
}
