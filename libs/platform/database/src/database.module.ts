import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type Settings } from '#libs/platform/config';
import { Clock, SystemClock } from './clock.js';
import { closeDataSource } from './connections.js';
import { Database } from './database.js';
import { applicationDataSource } from './data-source.js';
import { DatabaseAccess, prepareDatabase, type PrepareOptions } from './prepare-database.js';
import { UnitOfWork } from './unit-of-work.js';

export interface DatabaseModuleOptions extends PrepareOptions {
  /** Classes that the object mapper is to know. */
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
}

/** Closes the pool, and then the embedded server, after everything that uses them. */
@Injectable()
class DatabaseShutdown implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: DatabaseAccess,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await closeDataSource(this.dataSource);
    await this.access.stop();
  }
}

/** Gives `UnitOfWork`, `Database`, `Clock`, `DatabaseAccess` and TypeORM's `DataSource` to every module. */
@Module({})
export class DatabaseModule {
  /** Brings the database up while the application starts. @throws (at start) as `prepareDatabase`. */
  static forRoot(settings: Settings, options: DatabaseModuleOptions = {}): DynamicModule {
    const openDataSource = (access: DatabaseAccess): Promise<DataSource> => {
      const pool = { pool: settings.databasePool, entities: options.entities };
      return applicationDataSource(access.application, pool).initialize();
    };
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DatabaseAccess, useFactory: () => prepareDatabase(settings, options) },
        { provide: DataSource, useFactory: openDataSource, inject: [DatabaseAccess] },
        { provide: Clock, useClass: SystemClock },
        UnitOfWork,
        Database,
        DatabaseShutdown,
      ],
      exports: [DatabaseAccess, DataSource, Clock, UnitOfWork, Database],
    };
  }
}
