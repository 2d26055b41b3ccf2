import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CARRIERS, type Carrier } from '../session-carrier.js';
import { FACTOR_METHODS, type FactorMethod } from './factor-check.service.js';

const BASE64URL = /^[A-Za-z0-9_-]{1,65536}$/;
const ATTACHMENTS = ['platform', 'cross-platform'] as const;
const NO_CONTROL = /^[^\p{Cc}\p{Surrogate}]+$/u;

/** What `PublicKeyCredential.toJSON()` says of every credential. */
class CredentialDto {
  @ApiProperty({ description: 'base64url, as are all bytes here' })
  @Matches(BASE64URL)
  id: string;

  @ApiProperty()
  @Matches(BASE64URL)
  rawId: string;

  @ApiProperty({ enum: ['public-key'] })
  @Equals('public-key')
  type: 'public-key';

  @ApiPropertyOptional({ enum: ATTACHMENTS })
  @IsOptional()
  @IsIn(ATTACHMENTS)
  authenticatorAttachment?: (typeof ATTACHMENTS)[number];

  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  clientExtensionResults: Record<string, never>;
}

class AssertionDto {
  @ApiProperty()
  @Matches(BASE64URL)
  clientDataJSON: string;

  @ApiProperty()
  @Matches(BASE64URL)
  authenticatorData: string;

  @ApiProperty()
  @Matches(BASE64URL)
  signature: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(BASE64URL)
  userHandle?: string;
}

/** What a browser gives for `navigator.credentials.get`. */
export class KeyProofDto extends CredentialDto {
  @ApiProperty({ type: AssertionDto })
  @ValidateNested()
  @Type(() => AssertionDto)
  @IsObject()
  response: AssertionDto;
}

class AttestationDto {
  @ApiProperty()
  @Matches(BASE64URL)
  clientDataJSON: string;

  @ApiProperty()
  @Matches(BASE64URL)
  attestationObject: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(BASE64URL)
  authenticatorData?: string;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @Matches(/^[a-z-]{1,20}$/, { each: true })
  transports?: string[];

  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @IsInt()
  publicKeyAlgorithm?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(BASE64URL)
  publicKey?: string;
}

/** What a browser gives for `navigator.credentials.create`. */
export class NewKeyDto extends CredentialDto {
  @ApiProperty({ type: AttestationDto })
  @ValidateNested()
  @Type(() => AttestationDto)
  @IsObject()
  response: AttestationDto;
}

/** One of three answers. */
class FactorAnswerDto {
  @ApiPropertyOptional({ description: 'six digits of the code app', example: '123456' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  code?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(25, 60)
  recoveryCode?: string;

  @ApiPropertyOptional({ type: KeyProofDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => KeyProofDto)
  @IsObject()
  key?: KeyProofDto;
}

export class PendingDto {
  @ApiProperty({ description: 'as the first step told it' })
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  pending: string;
}

export class SecondStepDto extends FactorAnswerDto {
  @ApiProperty({ description: 'as the first step told it' })
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  pending: string;

  @ApiPropertyOptional({ enum: CARRIERS, default: 'bearer' })
  @IsOptional()
  @IsIn(CARRIERS)
  carrier?: Carrier;
}

export class ReauthenticationDto extends FactorAnswerDto {
  @ApiPropertyOptional({ format: 'password', description: 'for accounts without a second factor alone' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  password?: string;
}

export class AppCodeDto {
  @ApiProperty({ example: '123456' })
  @Matches(/^\d{6}$/)
  code: string;
}

export class AddKeyDto {
  @ApiProperty({ description: 'to tell one’s keys apart', example: 'khóa ở cơ quan' })
  @IsString()
  @Length(1, 60)
  @Matches(NO_CONTROL)
  name: string;

  @ApiProperty({ type: NewKeyDto })
  @ValidateNested()
  @Type(() => NewKeyDto)
  @IsObject()
  key: NewKeyDto;
}

export class PendingSignInView {
  @ApiProperty({ description: 'for the second step, within five minutes' })
  pending: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ enum: FACTOR_METHODS, isArray: true })
  methods: readonly FactorMethod[];
}

export class OwnKeyView {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  lastUsedAt?: string;
}

export class OwnFactorsDto {
  @ApiProperty({ enum: FACTOR_METHODS, isArray: true })
  methods: readonly FactorMethod[];

  @ApiProperty({ type: [OwnKeyView] })
  keys: OwnKeyView[];
}

export class AppEnrolmentView {
  @ApiProperty({ description: 'base 32, to be typed into a code app; shown once' })
  secret: string;

  @ApiProperty({ description: 'the same as an address, to be shown as a QR code' })
  uri: string;
}

export class EnrolledView {
  @ApiPropertyOptional({ type: [String], description: 'with the first factor: ten codes, each good once; shown once' })
  recoveryCodes?: readonly string[];
}
