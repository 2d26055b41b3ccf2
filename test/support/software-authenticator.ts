import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

/** What a test may make wrong. */
export interface AuthenticatorFaults {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly signsWith?: SoftwareAuthenticator;
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 0xff]);
}

/** As much of RFC 8949 as a key needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([name, item]) => [cbor(name), cbor(item)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();

/** A security key with ES256, in software: what a browser and a key say together. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32);
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private counter = 0;

  constructor(
    private readonly origin: string,
    private readonly host: string,
  ) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    this.publicKey = pair.publicKey;
  }

  /** @returns what `navigator.credentials.create` gives, as JSON. */
  create({ challenge }: { challenge: string }, faults: AuthenticatorFaults = {}) {
    const words = this.clientWords('webauthn.create', challenge, faults);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.coseKey()]);
    const said = Buffer.concat([this.keyWords(ATTESTED, faults), credential]);
    const object = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', said],
    ]);
    return this.credential({
      clientDataJSON: words.toString('base64url'),
      attestationObject: cbor(object).toString('base64url'),
      transports: ['usb'],
    });
  }

  /** @returns what `navigator.credentials.get` gives, as JSON. */
  get({ challenge }: { challenge: string }, faults: AuthenticatorFaults = {}) {
    const words = this.clientWords('webauthn.get', challenge, faults);
    const said = this.keyWords(0, faults);
    const signer = faults.signsWith ?? this;
    const signature = createSign('sha256').update(said).update(sha256(words)).sign(signer.privateKey);
    return this.credential({
      clientDataJSON: words.toString('base64url'),
      authenticatorData: said.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private credential<T extends object>(response: T) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientWords(type: string, challenge: string, faults: AuthenticatorFaults): Buffer {
    const { origin = this.origin } = faults;
    return Buffer.from(JSON.stringify({ type, challenge: faults.challenge ?? challenge, origin, crossOrigin: false }));
  }

  private keyWords(flags: number, { host = this.host, isVerified = true, counter }: AuthenticatorFaults): Buffer {
    this.counter = counter ?? this.counter + 1;
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags | USER_PRESENT | (isVerified ? USER_VERIFIED : 0));
    tail.writeUInt32BE(this.counter, 1);
    return Buffer.concat([sha256(host), tail]);
  }

  private coseKey(): Buffer {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    return cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }
}
