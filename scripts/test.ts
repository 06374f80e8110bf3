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

/** A skipped test is only worth something with its reason: the title of a pending test says it. */
function skippedTitles(runner: Mocha.Runner): string[] {
  const titles: string[] = [];
  runner.on("pending", (test) => titles.push(test.fullTitle()));
  return titles;
}

function main(parts: readonly string[]): void {
  const mocha = new Mocha({ reporter: "dot", timeout: timeoutMilliseconds });
  for (const file of testFiles(parts)) mocha.addFile(file);
  const runner = mocha.run((failures) => {
    for (const title of skipped) console.log(`skipped: ${title}`);
    const stats = runner.stats;
    const ran = (stats?.passes ?? 0) + (stats?.failures ?? 0);
    if (ran === 0) console.log("no test was run");
    console.log(stats === undefined ? "0 passed, 0 failed" : closingLine(stats));
    process.exit(failures === 0 && ran > 0 ? 0 : 1);
  });
  const skipped = skippedTitles(runner);
}

main(process.argv.slice(2));
