export { type LogLevel, type Logger, createLogger, standardError } from './logger.js';
export { NestLogger } from './nest-logger.js';
