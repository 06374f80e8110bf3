import { AlternativeContact } from "../../../lib/aws/account/alternative-contact";
import policy from "../../../policies/iam/require-account-contacts";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

const settings = { baseline: true };
const contact = (alternateContactType: string) =>
  declare(AlternativeContact, alternateContactType.toLowerCase(), { alternateContactType, name: "On call" });

export default policyTest(policy, {
  pass: [
    { name: "a stack that is no baseline", given: declareType("aws:iam/user:User", "ada") },
    { name: "all three", settings, given: [contact("SECURITY"), contact("BILLING"), contact("OPERATIONS")] },
  ],
  fail: [
    {
      name: "no security contact",
      settings,
      given: [contact("BILLING"), contact("OPERATIONS")],
      findings: [{ id: "missing", on: "", at: "", data: { type: "SECURITY" } }],
      controls: ["iam.account.contacts"],
    },
  ],
  unknown: [
    {
      name: "a type that is not known yet",
      settings,
      given: declare(AlternativeContact, "x", { alternateContactType: unknown() }),
      at: "alternateContactType",
    },
  ],
});
