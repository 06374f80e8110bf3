import { type Report } from "../engine/report";

/** The lines of the one summary per stack; none where there is nothing to say. */
export function summaryLines(report: Report, sectionLines: readonly string[]): string[] {
  return [...sectionLines, ...undeterminedLines(report), ...exceptionLines(report)];
}

/** In a preview what is open is made during the update; after one it stays open. */
function undeterminedLines({ undetermined, preview }: Report): string[] {
  if (undetermined.length === 0) return [];
  const policies = [...new Set(undetermined.map(({ policy }) => policy))].sort();
  const checks = count(undetermined.length, "check");
  const of = policies.length > mostNames ? count(policies.length, "policy") : policies.join(", ");
  return [
    preview
      ? `${checks} of ${of} must wait for values that a preview does not know, such as ARNs: \`pulumi up\` makes ${undetermined.length === 1 ? "it" : "them"}. See docs/unknown-values.md.`
      : `${checks} of ${of} cannot be made: something that ${undetermined.length === 1 ? "it asks" : "they ask"} about is not in this stack. See docs/unknown-values.md.`,
  ];
}

/** More names than this are only counted; the report file lists them. */
const mostNames = 5;

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
  return number === 1 ? `1 ${noun}` : `${number} ${noun.replace(/y$/, "ie")}s`;
}

function firstFew(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, mostNames).join(", ");
  return distinct.length > mostNames ? `${shown} and ${distinct.length - mostNames} more` : shown;
}
