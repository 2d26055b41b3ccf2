import { ValidationPipe } from '@nestjs/common';
import { InvalidRequest } from './invalid-request.js';
import { faultsOf } from './validation-faults.js';

/**
 * Checks every body, query and parameter that has a class: unknown fields are refused, all faults are told at once.
 * @throws InvalidRequest (from the pipe).
 */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: true, value: false },
    exceptionFactory: (errors) => new InvalidRequest(faultsOf(errors)),
  });
}
