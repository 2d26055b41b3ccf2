export { type LogLevel, type Logger, createLogger } from './logger.js';
export { NestLogger } from './nest-logger.js';
