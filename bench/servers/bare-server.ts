import http from 'node:http';
import pg from 'pg';

/**
 * The limit for one process: Node's own HTTP server and the driver, one prepared statement, no rules. Answers what
 * BENCH_SQL says of the parameters in BENCH_VALUES, as JSON.
 */
const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

const [text, values] = [required('BENCH_SQL'), JSON.parse(required('BENCH_VALUES')) as unknown[]];
const pool = new pg.Pool({ connectionString: required('DATABASE_URL'), max: 10 });

const answer = async (response: http.ServerResponse): Promise<void> => {
  try {
    const { rows } = await pool.query({ name: 'bench', text, values });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
};

const server = http.createServer((_request, response) => void answer(response));
server.listen(Number(required('HTTP_PORT')), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
