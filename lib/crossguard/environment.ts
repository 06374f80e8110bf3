import * as pulumi from "@pulumi/pulumi";

/** The text of the exceptions in the program's own stack configuration; `undefined` where there are none. */
export function exceptionsText(): string | undefined {
  return new pulumi.Config("trailguard").get("exceptions");
}

/** What `TRAILGUARD_REPORT` says; `undefined` where no report is asked for. */
export function reportPath(): string | undefined {
  return process.env["TRAILGUARD_REPORT"] || undefined;
}
