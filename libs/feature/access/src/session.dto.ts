import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { AGENCIES, type Agency, OFFICE_TIERS, type OfficeTier } from '#libs/domain/jurisdiction';
import { PERMISSION_NAMES, type Permission, ROLES, type Role } from './access.permissions.js';
import { LACKS, type Lack } from './lack.js';
import { CARRIERS, type Carrier } from './session-carrier.js';

export class SignInDto {
  @ApiProperty({ example: 'dieutra.haiphong' })
  @IsString()
  @Length(1, 100)
  username: string;

  @ApiProperty({ format: 'password' })
  @IsString()
  @Length(1, 200)
  password: string;

  @ApiPropertyOptional({
    enum: CARRIERS,
    default: 'bearer',
    description:
      'programs get a token (`bearer`), browsers a cookie that no script can read (`cookie`); a browser then sends `X-TheoAn-Browser: 1` with everything but reading',
  })
  @IsOptional()
  @IsIn(CARRIERS)
  carrier?: Carrier;
}

export class ChangePasswordDto {
  @ApiProperty({ format: 'password' })
  @IsString()
  @Length(1, 200)
  currentPassword: string;

  @ApiProperty({ format: 'password', description: 'at least 15 characters' })
  @IsString()
  @Length(1, 200)
  newPassword: string;
}

export class SessionOfficeView {
  @ApiProperty()
  id: number;

  @ApiProperty({ example: 'CA-31' })
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: AGENCIES })
  agency: Agency;

  @ApiProperty({ enum: OFFICE_TIERS })
  tier: OfficeTier;
}

export class SessionAccountView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  username: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ type: SessionOfficeView })
  office: SessionOfficeView;

  @ApiProperty({ enum: PERMISSION_NAMES, isArray: true })
  permissions: readonly Permission[];
}

export class SessionView {
  @ApiProperty({ type: SessionAccountView })
  account: SessionAccountView;

  @ApiProperty({ format: 'date-time', description: 'when to sign in again at the latest' })
  expiresAt: string;

  @ApiPropertyOptional({ enum: LACKS, description: 'what the account must get before it may do anything else' })
  lack?: Lack;
}

export class OpenedSessionView extends SessionView {
  @ApiPropertyOptional({
    description: 'send it as `Authorization: Bearer …`; it is told once, and not at all when a cookie carries it',
  })
  token?: string;
}
