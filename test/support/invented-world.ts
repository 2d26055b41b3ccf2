import { day } from '#libs/domain/kernel';
import { ComplianceRefresher } from '#libs/feature/compliance';
import { DemonstrationCountry } from '#libs/feature/demonstration';
import { newId } from '#libs/platform/database';
import { World } from './world.js';

/** The whole product with an invented country of 2024 and 2025 in it, its figures folded. */
export async function inventedWorld(denunciationsPerYear: number): Promise<World> {
  const world = await World.start();
  const [from, to] = [day('2024-01-01'), day('2025-12-31')];
  const size = { from, to, today: to, denunciationsPerYear, seed: 7, recordedBy: newId(), batch: 300 };
  await world.app.get(DemonstrationCountry).load(size);
  await world.settled();
  await world.app.get(ComplianceRefresher).recompute();
  return world;
}
