import assert from "node:assert/strict";
import { PrincipalsReport, principalsSection } from "../../../lib/aws/iam/report";
import { defaultSettings } from "../../../lib/core/settings";
import { type Declared, asStack } from "../../support/program";
import { allow, inlineOf, roleFor } from "../../support/iam-documents";

function reportOf(...program: readonly Declared[]) {
  return PrincipalsReport.parse(principalsSection.report(asStack(program, "deployed"), defaultSettings));
}

describe("the report on principals", () => {
  const role = roleFor("lambda.amazonaws.com");

  it("gives levels by service with the statement, and the paths that are open", () => {
    const [only] = reportOf(
      role,
      inlineOf(
        role,
        "own",
        allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::app/*"),
        allow("iam:CreatePolicyVersion"),
      ),
    );
    assert.equal(only?.administrator, "no");
    assert.deepEqual(
      only.access.map(({ service, highest, everywhere }) => [service, highest, everywhere]),
      [
        ["iam", "Permissions management", true],
        ["s3", "Write", false],
      ],
    );
    assert.deepEqual(only.escalations, ["iam:CreatePolicyVersion"]);
  });

  it("says of an administrator that it is one", () => {
    const [only] = reportOf(role, inlineOf(role, "all", allow("*")));
    assert.deepEqual([only?.administrator, only?.access.length], ["yes", 0]);
  });
});
