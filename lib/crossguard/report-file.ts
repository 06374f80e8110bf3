import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { type Report } from "../engine/report";
import { SettingsError } from "../engine/settings";
import { reportPath } from "./environment";

/** The absolute path that `TRAILGUARD_REPORT` names, or `undefined` where no report is asked for. */
export function reportFile(): string | undefined {
  const file = reportPath();
  if (file === undefined) return undefined;
  if (!isAbsolute(file))
    throw new SettingsError(
      `TRAILGUARD_REPORT is \`${file}\`: it must be an absolute path, since a policy pack runs in its own folder`,
    );
  return file;
}

/** At the start of a run: refuses a path that cannot be used, and takes away what an earlier run left there. */
export function prepareReportFile(): void {
  const file = reportFile();
  if (file === undefined) return;
  if (!existsSync(dirname(file)))
    throw new SettingsError(`TRAILGUARD_REPORT is \`${file}\`: the folder \`${dirname(file)}\` does not exist`);
  rmSync(file, { force: true });
}

/** Written aside and renamed, so that nobody ever reads half a report. */
export function writeReport(file: string, report: Report): void {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, `${JSON.stringify(report, null, 2)}\n`);
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw new SettingsError(
      `the report could not be written to TRAILGUARD_REPORT \`${file}\`: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
