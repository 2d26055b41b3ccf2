import type { INestApplicationContext } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import { DemonstrationCountry, type LoadedCountry } from '#libs/feature/demonstration';
import { PrepareProduct } from '#libs/feature/product';
import type { BenchOptions } from './bench-options.js';

/** The last day of the invented history: the end of a reporting year. */
export const LAST_DAY = '2025-11-30' as Day;
export const RECORDED_BY = '00000000-0000-7000-8000-000000000001';

const DENUNCIATIONS_PER_YEAR = 150_000;

export const firstDay = (years: number): Day => `${2025 - years}-12-01` as Day;

/** Loads territories, offices and plans, and the matters of so many years. Deterministic. */
export async function loadNationalDocket(
  app: INestApplicationContext,
  root: string,
  { years, share }: BenchOptions,
): Promise<LoadedCountry> {
  await app.get(PrepareProduct).loadReference(root);
  return app.get(DemonstrationCountry).load({
    from: firstDay(years),
    to: LAST_DAY,
    today: LAST_DAY,
    denunciationsPerYear: DENUNCIATIONS_PER_YEAR * share,
    seed: 138,
    recordedBy: RECORDED_BY,
    batch: 2_000,
  });
}
