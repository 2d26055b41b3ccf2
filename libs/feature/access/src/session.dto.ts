import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { AGENCIES, type Agency, OFFICE_TIERS, type OfficeTier } from '#libs/domain/jurisdiction';
import { PERMISSION_NAMES, type Permission, ROLES, type Role } from './access.permissions.js';

export class SignInDto {
  @ApiProperty({ example: 'dieutra.haiphong' })
  @IsString()
  @Length(1, 100)
  username: string;

  @ApiProperty({ format: 'password' })
  @IsString()
  @Length(1, 200)
  password: string;
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
}

export class OpenedSessionView extends SessionView {
  @ApiProperty({ description: 'send it as `Authorization: Bearer …`; it is told once' })
  token: string;
}
