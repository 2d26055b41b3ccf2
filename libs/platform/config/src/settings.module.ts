import { type DynamicModule, Module } from '@nestjs/common';
import { Settings } from './settings.js';

/** Gives the checked settings to every module: inject `Settings`. */
@Module({})
export class SettingsModule {
  /** @param settings what `readSettings` returned. */
  static forRoot(settings: Readonly<Settings>): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}
