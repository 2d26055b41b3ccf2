import { type EntityManager, type QueryRunner } from 'typeorm';
import type pg from 'pg';
import { driverError } from './database-errors.js';
import { type RowScope, type Task, statementsOf, stepInto } from './row-scope.js';

const unitOfWork = Symbol('unitOfWork');

/**
 * An open transaction; only `UnitOfWork` makes one, and whoever writes asks for one. Unusable after its end.
 */
export interface Tx {
  readonly [unitOfWork]: true;
  /** The object mapper on this transaction's connection. */
  readonly manager: EntityManager;
  /**
   * Runs one statement. Statements of a transaction run one after the other, also when they are called side by side.
   * @returns the rows: date as `YYYY-MM-DD`, bigint as number, numeric as text, timestamptz as Date.
   * @throws StatementFailed or DatabaseUnavailable, without values.
   */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /**
   * As `query`, for the statements of every day whose text is the same every time: a connection plans each of them once.
   * No values, and no more or less of anything, may stand in the text: a plan is kept for every different one.
   */
  queryOften<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Runs one statement. @returns how many rows it inserted, changed or deleted. @throws as `query`. */
  execute(sql: string, parameters?: readonly unknown[]): Promise<number>;
  /**
   * Does a part of the transaction as a task of the product itself, because a step of somebody concerns files that are not
   * theirs. Nothing else may run meanwhile.
   */
  inTask<T>(task: Task, work: () => Promise<T>): Promise<T>;
}

/** Under which name connections keep the plan of a statement. */
const names = new Map<string, string>();

const nameOf = (sql: string): string => {
  const name = names.get(sql) ?? `often-${names.size + 1}`;
  names.set(sql, name);
  return name;
};

/** The transaction as this library sees it. */
export class OpenTransaction implements Tx {
  readonly [unitOfWork] = true as const;
  private isOpen = true;
  private turn: Promise<unknown> = Promise.resolve();
  private task: Task | undefined;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
  ) {}

  /** Begins a transaction on a connected runner. @param scope whose rows there are in it. */
  static async begin(runner: QueryRunner, scope?: RowScope): Promise<OpenTransaction> {
    const client = (await runner.connect()) as pg.PoolClient;
    const settings = statementsOf(scope);
    await runner.startTransaction();
    const transaction = new OpenTransaction(runner, client);
    if (scope && 'task' in scope) transaction.task = scope.task;
    try {
      if (settings) await transaction.use((open) => open.query(settings));
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
    return transaction;
  }

  get manager(): EntityManager {
    this.requireOpen();
    return this.runner.manager;
  }

  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const result = await this.use((client) => client.query<T & pg.QueryResultRow>(sql, [...parameters]));
    return result.rows;
  }

  async queryOften<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const statement = { name: nameOf(sql), text: sql, values: [...parameters] };
    const result = await this.use((client) => client.query<T & pg.QueryResultRow>(statement));
    return result.rows;
  }

  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.use((client) => client.query(sql, [...parameters]));
    return result.rowCount ?? 0;
  }

  async inTask<T>(task: Task, work: () => Promise<T>): Promise<T> {
    const former = this.task;
    if (former === task) return work();
    await this.use((client) => client.query(stepInto(task)));
    this.task = task;
    const result = await work();
    // Of a transaction that failed nothing is left: only one that goes on steps back.
    await this.use((client) => client.query(former ? stepInto(former) : 'reset role'));
    this.task = former;
    return result;
  }

  /** Does something with the bare connection, after what was called before. @throws StatementFailed, DatabaseUnavailable */
  async use<T>(step: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    this.requireOpen();
    return this.inTurn(step);
  }

  /** @throws Error when a statement failed whose error was swallowed: nothing is stored then. */
  async commit(): Promise<void> {
    this.isOpen = false;
    const { command } = await this.inTurn((client) => client.query('commit'));
    // PostgreSQL answers the commit of a failed transaction by a rollback, and no error.
    if (command !== 'COMMIT') throw new Error('a statement of the transaction failed unnoticed: nothing was stored');
  }

  /** Gives up what was done. */
  async rollback(): Promise<void> {
    this.isOpen = false;
    // Only a broken connection fails to roll back, and then the server does; the error that led here is the one to tell.
    await this.inTurn((client) => client.query('rollback')).catch(() => undefined);
  }

  private async inTurn<T>(step: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const run = (): Promise<T> => step(this.client);
    const result = this.turn.then(run, run);
    this.turn = result;
    try {
      return await result;
    } catch (error) {
      throw driverError(error);
    }
  }

  private requireOpen(): void {
    if (!this.isOpen) throw new Error('the transaction has ended: await everything inside the unit of work');
  }
}
