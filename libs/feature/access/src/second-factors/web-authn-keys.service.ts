import { Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { DomainError } from '#libs/domain/kernel';
import { type Tx } from '#libs/platform/database';
import { OwnOrigin } from '../own-origin.js';
import { WebAuthnChallenges } from './web-authn-challenges.js';
import { type WebAuthnKey, WebAuthnKeyRepository } from './web-authn-key.repository.js';

const PRODUCT = 'TheoÁn';
const MOST_KEYS = 10;
/** EdDSA, ECDSA with P-256, RSA with SHA-256. */
const ALGORITHMS = [-8, -7, -257];

/** Whose key, and the token of the session or sign-in for which it is asked. */
export interface KeyBearer {
  readonly accountId: string;
  readonly username: string;
  readonly token: string;
}

const described = ({ id, transports }: WebAuthnKey) => ({ id, transports: [...transports] });

/** Security keys and passkeys (WebAuthn): enrolled and asked for our host only, always with PIN or finger. */
@Injectable()
export class WebAuthnKeys {
  private readonly host: string;

  constructor(
    private readonly keys: WebAuthnKeyRepository,
    private readonly challenges: WebAuthnChallenges,
    private readonly own: OwnOrigin,
  ) {
    this.host = new URL(own.origin).hostname;
  }

  /** @returns the keys of an account, oldest first. */
  async listOf(accountId: string): Promise<WebAuthnKey[]> {
    return this.keys.listOf(accountId);
  }

  /** @throws DomainError `access.key-known` when it is somebody's already. */
  async addInTx(tx: Tx, accountId: string, key: Omit<WebAuthnKey, 'createdAt'>): Promise<void> {
    await this.keys.insertInTx(tx, accountId, key);
  }

  /** @returns whether there was one. */
  async removeInTx(tx: Tx, accountId: string, id: string): Promise<boolean> {
    return this.keys.removeInTx(tx, accountId, id);
  }

  /** @returns what a browser needs for making a key. @throws DomainError `access.too-many-keys`. */
  async askToEnrol({ accountId, username, token }: KeyBearer): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const known = await this.keys.listOf(accountId);
    if (known.length >= MOST_KEYS) throw new DomainError('access.too-many-keys', 'rule', { most: MOST_KEYS });
    const options = await generateRegistrationOptions({
      rpName: PRODUCT,
      rpID: this.host,
      userName: username,
      userID: Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex')),
      attestationType: 'none',
      excludeCredentials: known.map(described),
      authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    await this.challenges.keep({ purpose: 'enrol', token }, options.challenge);
    return options;
  }

  /** @returns the key that a browser made. @throws DomainError `access.key-refused`. */
  async enrolled(token: string, response: RegistrationResponseJSON): Promise<Omit<WebAuthnKey, 'createdAt' | 'name'>> {
    const challenge = await this.challenges.take({ purpose: 'enrol', token });
    const answer = await this.verifiedEnrolment(challenge, response);
    if (!answer?.verified) throw new DomainError('access.key-refused', 'malformed', {});
    const { id, publicKey, counter, transports = [] } = answer.registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey), counter, transports };
  }

  /** @returns what a browser needs for asking one of the account's keys. */
  async askToProve({ accountId, token }: Omit<KeyBearer, 'username'>): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const known = await this.keys.listOf(accountId);
    const options = await generateAuthenticationOptions({
      rpID: this.host,
      allowCredentials: known.map(described),
      userVerification: 'required',
    });
    await this.challenges.keep({ purpose: 'prove', token }, options.challenge);
    return options;
  }

  /** @returns whether one of the account's keys has signed what it was asked, just now, and counted on. */
  async takes(
    { accountId, token }: Omit<KeyBearer, 'username'>,
    response: AuthenticationResponseJSON,
  ): Promise<boolean> {
    const challenge = await this.challenges.take({ purpose: 'prove', token });
    const key = (await this.keys.listOf(accountId)).find(({ id }) => id === response.id);
    if (challenge === undefined || key === undefined) return false;
    const answer = await this.verifiedProof(challenge, key, response);
    if (!answer?.verified) return false;
    return this.keys.count(key.id, answer.authenticationInfo.newCounter);
  }

  private async verifiedEnrolment(challenge: string | undefined, response: RegistrationResponseJSON) {
    if (challenge === undefined) return undefined;
    const expected = { expectedChallenge: challenge, expectedOrigin: this.own.origin, expectedRPID: this.host };
    // It says by exceptions of one kind what is wrong with what a client sent.
    return verifyRegistrationResponse({
      ...expected,
      response,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => undefined);
  }

  private async verifiedProof(challenge: string, key: WebAuthnKey, response: AuthenticationResponseJSON) {
    const expected = { expectedChallenge: challenge, expectedOrigin: this.own.origin, expectedRPID: this.host };
    const { id, counter } = key;
    return verifyAuthenticationResponse({
      ...expected,
      response,
      requireUserVerification: true,
      credential: { id, counter, publicKey: Uint8Array.from(key.publicKey) },
    }).catch(() => undefined);
  }
}
