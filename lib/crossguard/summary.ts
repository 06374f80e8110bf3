import { type Report } from "../engine/report";

/** The lines of the one summary per stack; none where there is nothing to say. */
export function summaryLines(report: Report, sectionLines: readonly string[]): string[] {
  return [...sectionLines, ...undeterminedLines(report), ...exceptionLines(report)];
}

function undeterminedLines({ undetermined }: Report): string[] {
  if (undetermined.length === 0) return [];
  const policies = new Set(undetermined.map(({ policy }) => policy));
  const checks = undetermined.length === 1 ? "1 check waits" : `${undetermined.length} checks wait`;
  return [`${checks} for values known only after deployment: ${firstFew([...policies].sort())}.`];
}

function exceptionLines({ exceptions: { used, unused, expired } }: Report): string[] {
  return [
    ...(used.length === 0
      ? []
      : [`${count(used.length, "finding")} accepted by an exception: ${firstFew(used.map(({ policy }) => policy))}.`]),
    ...unused.map(
      ({ policy, resource }) => `the exception for \`${policy}\` on \`${resource}\` accepts nothing: remove it.`,
    ),
    ...expired.map(
      ({ policy, resource, until, owner }) =>
        `the exception for \`${policy}\` on \`${resource}\` ended on ${until}: ask ${owner}, or remove it.`,
    ),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function firstFew(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, 5).join(", ");
  return distinct.length > 5 ? `${shown} and ${distinct.length - 5} more` : shown;
}
