import { Injectable } from '@nestjs/common';
import { type AuthenticationResponseJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { DomainError } from '#libs/domain/kernel';
import { Database } from '#libs/platform/database';
import { RecoveryCodes } from './recovery-codes.service.js';
import { TotpFactors } from './totp-factors.service.js';
import { WebAuthnKeys } from './web-authn-keys.service.js';

/** What a second factor may be shown with. */
export const FACTOR_METHODS = ['app', 'key', 'recovery-code'] as const;
export type FactorMethod = (typeof FACTOR_METHODS)[number];

/** One answer of a second factor. */
export type FactorAnswer =
  | { readonly method: 'app'; readonly code: string }
  | { readonly method: 'recovery-code'; readonly code: string }
  | { readonly method: 'key'; readonly response: AuthenticationResponseJSON };

/** What a client sent of these. */
export interface SentAnswer {
  readonly code?: string;
  readonly recoveryCode?: string;
  readonly key?: AuthenticationResponseJSON;
}

/** @returns the one answer that was sent. @throws DomainError `access.one-answer` for none or several. */
export function answerOf({ code, recoveryCode, key }: SentAnswer): FactorAnswer {
  const sent: FactorAnswer[] = [
    ...(code === undefined ? [] : [{ method: 'app', code } as const]),
    ...(recoveryCode === undefined ? [] : [{ method: 'recovery-code', code: recoveryCode } as const]),
    ...(key === undefined ? [] : [{ method: 'key', response: key } as const]),
  ];
  const [answer] = sent;
  if (answer === undefined || sent.length > 1) throw new DomainError('access.one-answer', 'malformed', {});
  return answer;
}

interface MethodsRow {
  readonly app: boolean;
  readonly key: boolean;
  readonly codes: number;
}

/** Says which second factors an account has, and whether an answer of one is right. */
@Injectable()
export class FactorCheck {
  constructor(
    private readonly database: Database,
    private readonly apps: TotpFactors,
    private readonly keys: WebAuthnKeys,
    private readonly codes: RecoveryCodes,
  ) {}

  /** @returns how the account may show a second factor; nothing when it has none. */
  async methodsOf(accountId: string): Promise<FactorMethod[]> {
    const [row] = await this.database.query<MethodsRow>(
      `select exists (select from totp_factor where account_id = $1 and confirmed_at is not null) as app,
         exists (select from web_authn_key where account_id = $1) as key,
         (select count(*)::int from recovery_code where account_id = $1 and used_at is null) as codes`,
      [accountId],
    );
    if (!row || (!row.app && !row.key)) return [];
    const has: Readonly<Record<FactorMethod, boolean>> = { app: row.app, key: row.key, 'recovery-code': row.codes > 0 };
    return FACTOR_METHODS.filter((method) => has[method]);
  }

  /**
   * @param token of the session or the waiting sign-in.
   * @returns what a browser needs for asking one of the account's keys.
   */
  async askKey(accountId: string, token: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.keys.askToProve({ accountId, token });
  }

  /**
   * @param token of the session or the waiting sign-in for which a key was asked.
   * @returns whether the answer is right. A right one is used up.
   */
  async isRight(accountId: string, token: string, answer: FactorAnswer): Promise<boolean> {
    switch (answer.method) {
      case 'app':
        return this.apps.takes(accountId, answer.code);
      case 'recovery-code':
        return this.codes.takes(accountId, answer.code);
      case 'key':
        return this.keys.takes({ accountId, token }, answer.response);
    }
  }
}
