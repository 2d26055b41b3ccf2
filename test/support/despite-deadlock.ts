const DEADLOCK = '40P01';
const MOST_TRIES = 10;

/**
 * Runs a statement of the test's own again where the server gave it up for a worker that takes the tables in the other
 * order; what was given up did nothing.
 * @throws what the statement fails with otherwise, or the last deadlock.
 */
export async function despiteDeadlock<T>(statement: () => Promise<T>, tries = MOST_TRIES): Promise<T> {
  try {
    return await statement();
  } catch (error) {
    if ((error as { code?: string }).code !== DEADLOCK || tries <= 1) throw error;
    return despiteDeadlock(statement, tries - 1);
  }
}
