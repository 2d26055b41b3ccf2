import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type TestDatabase } from './test-database.js';

const PROGRAM = path.join(__dirname, '../../dist/apps/theoan/src/main.js');

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The product's command line as it is built, each command a process of its own. */
export class CommandLine {
  constructor(
    private readonly database: TestDatabase,
    private readonly folder: string,
  ) {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: npm run build`);
  }

  /** Runs a command in the folder, in Vietnamese. */
  async run(...parameters: string[]): Promise<Ended> {
    return this.runWith({}, ...parameters);
  }

  /** @param environment variables beside the addresses of the database. */
  async runWith(environment: NodeJS.ProcessEnv, ...parameters: string[]): Promise<Ended> {
    const { vaultKeyFile: VAULT_KEY_FILE, auditKeyFile: AUDIT_KEY_FILE } = this.database.settings;
    const own = { PATH: process.env['PATH'], LANG: 'vi_VN.UTF-8', VAULT_KEY_FILE, AUDIT_KEY_FILE };
    const env = { ...own, ...addressesOf(this.database), ...environment };
    const options = { cwd: this.folder, env, encoding: 'utf8' as const };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [PROGRAM, ...parameters], options, (_error, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  }
}

const addressesOf = ({ application, ownerUrl }: TestDatabase): NodeJS.ProcessEnv =>
  application.stepDown
    ? { DATABASE_URL: ownerUrl }
    : { DATABASE_URL: application.url, DATABASE_MIGRATION_URL: ownerUrl };
