/** Adds up Jest's JSON reports and prints the plain closing line that CI reads. */
import { readFileSync } from 'node:fs';

const sums = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of Object.keys(sums)) sums[key] += report[key];
  // A suite that could not even be loaded has no tests to count, and has failed all the same.
  sums.numFailedTests += report.numRuntimeErrorTestSuites;
}
console.log(`${sums.numPassedTests} passed, ${sums.numFailedTests} failed, ${sums.numPendingTests} skipped`);
if (sums.numPassedTests === 0 || sums.numFailedTests > 0) process.exitCode = 1;
