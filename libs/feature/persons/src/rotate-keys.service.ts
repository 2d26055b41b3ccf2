import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import {
  KEY_FAMILIES,
  type KeyFamily,
  type KeyRing,
  type KeyState,
  Vault,
  destroyKeyVersion,
  listKeys,
} from '#libs/platform/vault';
import { FROM_THE_START, type SealedValue, SealedValues, type Walk } from './sealed-values.repository.js';

/** How a rotation ended. */
export interface Rotation {
  readonly family: KeyFamily;
  /** The version with which everything is encrypted now. */
  readonly version: number;
  readonly renewed: number;
  /** Old versions that are gone for good. */
  readonly destroyed: readonly number[];
  /** Values that were altered or moved: they keep their old key, and it stays. */
  readonly refused: number;
}

/** A version of a family's key, and how many values need it. */
export interface KeyUse {
  readonly family: KeyFamily;
  readonly version: number;
  readonly state: KeyState['state'];
  readonly values: number;
}

/** Rows that readers and writers may have to wait for at most. */
const BATCH = 500;

interface Renewal {
  readonly walk: Walk | undefined;
  readonly renewed: number;
  readonly refused: number;
}

const NONE = { renewed: 0, refused: 0 };

/** Encrypts everything of a family anew under a new key, beside people who read and write. */
@Injectable()
export class RotateKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly values: SealedValues,
  ) {}

  /** Rotates, or ends a rotation that was cut off: then no other version is made. @throws as `Vault.renew`. */
  async rotate(family: KeyFamily): Promise<Rotation> {
    const isUnderWay = (await this.keysOf(family)).some(({ state }) => state === 'old');
    if (!isUnderWay) await this.vault.renew({ purpose: 'data', scope: family });
    else await this.vault.reload();
    const fields = await this.renewAll((tx, walk) => this.renewFieldsInTx(tx, family, walk));
    const reasons = await this.renewAll((tx, walk) => this.renewReasonsInTx(tx, family, walk));
    const secrets = family === 'account' ? await this.renewAll((tx, walk) => this.renewSecretsInTx(tx, walk)) : NONE;
    const destroyed = await this.destroyUnneeded(family);
    await this.vault.reload();
    return {
      ...{ family, version: this.vault.ring.currentVersion(family), destroyed },
      renewed: fields.renewed + reasons.renewed + secrets.renewed,
      refused: fields.refused + reasons.refused + secrets.refused,
    };
  }

  /** @returns every version of every family, with what needs it. */
  async status(): Promise<KeyUse[]> {
    const states: KeyUse[] = [];
    for (const family of KEY_FAMILIES) {
      const counted = await this.unitOfWork.run((tx) => this.values.countInTx(tx, family), { task: 'vault' });
      for (const { version, state } of await this.keysOf(family)) {
        states.push({ family, version, state, values: counted.get(version) ?? 0 });
      }
    }
    return states;
  }

  private async keysOf(family: KeyFamily): Promise<KeyState[]> {
    const keys = await this.unitOfWork.run((tx) => listKeys(tx));
    return keys.filter(({ use }) => use.purpose === 'data' && use.scope === family);
  }

  private async renewAll(step: (tx: Tx, walk: Walk) => Promise<Renewal>): Promise<Omit<Renewal, 'walk'>> {
    let [renewed, refused] = [0, 0];
    for (let walk: Walk | undefined = FROM_THE_START; walk; ) {
      const from: Walk = walk;
      const done = await this.unitOfWork.run((tx) => step(tx, from), { task: 'vault' });
      renewed += done.renewed;
      refused += done.refused;
      walk = done.walk;
    }
    return { renewed, refused };
  }

  private async renewFieldsInTx(tx: Tx, family: KeyFamily, walk: Walk): Promise<Renewal> {
    const { ring } = this.vault;
    const old = await this.values.outdatedFieldsInTx(tx, family, ring.currentVersion(family), { walk, most: BATCH });
    const resealed = resealedBy(ring, old);
    await this.values.replaceFieldsInTx(tx, resealed);
    return { renewed: resealed.length, refused: old.length - resealed.length, walk: old.at(-1)?.key };
  }

  private async renewReasonsInTx(tx: Tx, family: KeyFamily, walk: Walk): Promise<Renewal> {
    const { ring } = this.vault;
    const old = await this.values.outdatedReasonsInTx(tx, family, ring.currentVersion(family), { walk, most: BATCH });
    const resealed = resealedBy(ring, old);
    await this.values.replaceReasonsInTx(tx, resealed);
    return { renewed: resealed.length, refused: old.length - resealed.length, walk: old.at(-1)?.key };
  }

  private async renewSecretsInTx(tx: Tx, walk: Walk): Promise<Renewal> {
    const { ring } = this.vault;
    const old = await this.values.outdatedSecretsInTx(tx, ring.currentVersion('account'), { walk, most: BATCH });
    const resealed = resealedBy(ring, old);
    await this.values.replaceSecretsInTx(tx, resealed);
    return { renewed: resealed.length, refused: old.length - resealed.length, walk: old.at(-1)?.key };
  }

  /** Since the new version is current the database refuses values of another, so what is counted here is all there is. */
  private async destroyUnneeded(family: KeyFamily): Promise<number[]> {
    const old = (await this.keysOf(family)).filter(({ state }) => state === 'old');
    return this.unitOfWork.run(async (tx) => {
      const counted = await tx.inTask('vault', () => this.values.countInTx(tx, family));
      const unneeded = old.map(({ version }) => version).filter((version) => !counted.has(version));
      for (const version of unneeded) {
        await destroyKeyVersion(tx, { use: { purpose: 'data', scope: family }, version, remaining: 0 });
      }
      return unneeded;
    });
  }
}

function resealedBy(ring: KeyRing, values: readonly SealedValue[]): SealedValue[] {
  return values.flatMap((value) => {
    try {
      return [{ ...value, sealed: ring.reseal(value.place, value.sealed) }];
    } catch (error) {
      if (error instanceof DomainError && error.code === 'vault.value-refused') return [];
      throw error;
    }
  });
}
