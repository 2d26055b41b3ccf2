/** A slow machine is no failure: a test that hangs still ends. Suites that need longer say so themselves. */
jest.setTimeout(120_000);
