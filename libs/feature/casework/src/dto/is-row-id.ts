import { applyDecorators } from '@nestjs/common';
import { IsInt, Max, Min } from 'class-validator';

/** The largest `int` of the database. */
const LARGEST = 2_147_483_647;

/** The id of an office or a territory: a whole number that the database can hold. */
export const IsRowId = (): PropertyDecorator => applyDecorators(IsInt(), Min(1), Max(LARGEST));
