import { AccessKey } from "../../../lib/aws/iam/access-key";
import policy from "../../../policies/iam/no-shared-access-keys";
import { policyTest } from "../../support/policy-test";
import { declare, declareType } from "../../support/program";

const key = declare(AccessKey, "ci", { user: "ci" });
const uses = (name: string) =>
  declareType("aws:lambda/function:Function", name, { environment: { variables: { KEY: key.id } } });
const kept = (name: string, property: string) =>
  declareType("aws:ssm/parameter:Parameter", name, { type: "SecureString", value: key.output(property) });

export default policyTest(policy, {
  pass: [
    { name: "one function", given: [key, uses("one")] },
    { name: "kept in two parameters", given: [key, kept("id", "id"), kept("secret", "secret")] },
    { name: "nobody", given: [key] },
  ],
  fail: [
    {
      name: "two functions",
      given: [key, uses("one"), uses("two")],
      findings: [{ id: "shared", at: "", data: { key: "ci", count: "2", first: "one", second: "two" } }],
    },
  ],
  unknown: "Which resources a key flows into is always known, since Pulumi records it.",
});
