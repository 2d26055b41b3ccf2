import { fileURLToPath } from 'node:url';
import { main } from '../dist/bench/main.js';

await main(process.argv.slice(2), fileURLToPath(new URL('..', import.meta.url)));
