import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsString, ValidateBy } from 'class-validator';
import { isDay } from '#libs/domain/kernel';

/** A field that holds an existing calendar day written `YYYY-MM-DD`. */
export function IsCalendarDay(options: Omit<ApiPropertyOptions, 'type'> = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ format: 'date', example: '2026-03-16', ...options, type: String } as ApiPropertyOptions),
    IsString(),
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be an existing day written YYYY-MM-DD',
      },
    }),
  );
}
