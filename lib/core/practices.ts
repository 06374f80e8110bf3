/** The sixteen IAM best practices, by number. */
export type Practice = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16;

/** What each practice asks for, as AWS's security courses put it. */
export const practices: Readonly<Record<Practice, string>> = {
  1: "Lock away the root user's access keys",
  2: "Create individual IAM users",
  3: "Rotate credentials regularly",
  4: "Do not share access keys",
  5: "Remove credentials that nobody needs",
  6: "Ask for strong passwords",
  7: "Ask privileged users for a second factor",
  8: "Manage permissions with groups",
  9: "Grant least privilege",
  10: "Start with AWS managed policies",
  11: "Prefer customer managed policies to inline ones",
  12: "Use conditions",
  13: "Use roles for applications that run on EC2 instances",
  14: "Delegate with roles",
  15: "Monitor the account's activity",
  16: "Review permissions by access level",
};

/** Where the documentation of a practice stands, from the root of the package: `docs/practices/09-grant-least-privilege.md`. */
export function pageOfPractice(practice: Practice): string {
  const words = practices[practice].toLowerCase().replaceAll("'", "").replaceAll(" ", "-");
  return `docs/practices/${String(practice).padStart(2, "0")}-${words}.md`;
}
