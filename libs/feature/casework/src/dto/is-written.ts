import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches } from 'class-validator';

/** Line breaks and the like have no place in a number or a reason that lists and sentences show on one line. */
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** A text of 1 to `longest` UTF-16 units on one line; spaces around it are no part of it. */
export const IsWritten = (longest: number, shortest = 1): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(shortest, longest),
    Matches(ONE_LINE),
  );
