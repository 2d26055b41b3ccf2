import { type DynamicModule, Module } from '@nestjs/common';
import { type Settings } from '#libs/platform/config';
import { UnitOfWork } from '#libs/platform/database';
import { keyEncryptionOf } from './key-encryption-of.js';
import { Vault } from './vault.js';

/** Gives the open `Vault` to every module. Needs the global `DatabaseModule`. */
@Module({})
export class VaultModule {
  /** @throws ConfigurationError as `keyEncryptionOf`; at start as `loadKeyRing`: no key, no start. */
  static forRoot(settings: Settings): DynamicModule {
    const encryption = keyEncryptionOf(settings);
    return {
      module: VaultModule,
      global: true,
      providers: [
        {
          provide: Vault,
          useFactory: (unitOfWork: UnitOfWork) => Vault.open(unitOfWork, encryption),
          inject: [UnitOfWork],
        },
      ],
      exports: [Vault],
    };
  }
}
