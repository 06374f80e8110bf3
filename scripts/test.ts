/**
 * Runs the tests and closes with one line, exactly `N passed, N failed`, with `, N skipped` where there are any.
 * Arguments are parts of file names: only the test files that contain one of them are run.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { repositoryRoot } from "./root";

const timeoutMilliseconds = 20_000;

function testFiles(parts: readonly string[]): string[] {
  const folder = join(repositoryRoot, "dist", "test");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.js"));
  const wanted = parts.length === 0 ? files : files.filter((file) => parts.some((part) => file.includes(part)));
  return wanted.sort().map((file) => join(folder, file));
}

function closingLine({ passes, failures, pending }: Mocha.Stats): string {
  const counted = `${passes} passed, ${failures} failed`;
  return pending === 0 ? counted : `${counted}, ${pending} skipped`;
}

/** How many tests of each suite were skipped. A suite that is skipped as a whole has the reason in its title. */
function skippedBySuite(runner: Mocha.Runner): ReadonlyMap<string, number> {
  const suites = new Map<string, number>();
  runner.on("pending", ({ parent }) => {
    const suite = parent?.fullTitle() ?? "";
    suites.set(suite, (suites.get(suite) ?? 0) + 1);
  });
  return suites;
}

function main(parts: readonly string[]): void {
  const mocha = new Mocha({ reporter: "dot", timeout: timeoutMilliseconds });
  for (const file of testFiles(parts)) mocha.addFile(file);
  const runner = mocha.run((failures) => {
    for (const [suite, tests] of skipped) console.log(`skipped, ${tests} of: ${suite}`);
    const stats = runner.stats;
    const ran = (stats?.passes ?? 0) + (stats?.failures ?? 0);
    if (ran === 0) console.log("no test was run");
    console.log(stats === undefined ? "0 passed, 0 failed" : closingLine(stats));
    process.exit(failures === 0 && ran > 0 ? 0 : 1);
  });
  const skipped = skippedBySuite(runner);
}

main(process.argv.slice(2));
