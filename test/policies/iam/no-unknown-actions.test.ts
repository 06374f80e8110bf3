import policy from "../../../policies/iam/no-unknown-actions";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "actions, in any case", given: managed(allow(["s3:GetObject", "S3:getobject", "s3:Get*", "*"])) },
    { name: "one that AWS may have added since", given: managed(allow("s3:GetBucketTurbo")) },
    { name: "another verb", given: managed(allow("lambda:SetFunction")) },
    { name: "a service that is not known here", given: managed(allow("quantumcoffee:BrewCup")) },
  ],
  fail: [
    {
      name: "a letter too few",
      given: managed(allow("s3:GetObjet")),
      findings: [
        {
          id: "unknown",
          at: "policy.Statement[0].Action",
          data: { document: "policy `deploy`", statement: "Statement[0]", value: "s3:GetObjet", meant: "s3:GetObject" },
        },
      ],
      controls: ["iam.action.unknown"],
    },
    {
      name: "the name of a call that another action stands for",
      given: managed(allow(["s3:GetObject", "s3:ListObjectsV2"])),
      findings: [{ id: "unknown", at: "policy.Statement[0].Action[1]" }],
      controls: ["iam.action.unknown"],
    },
    {
      name: "a deny that denies nothing",
      given: managed(deny("cloudtrail:StopLoging")),
      findings: [{ id: "unknown", at: "policy.Statement[0].Action" }],
    },
    {
      name: "a misspelled service",
      given: managed(allow(["dyanmodb:GetItem", "dyanmodb:Get*"])),
      findings: [
        { id: "unknown", at: "policy.Statement[0].Action[0]" },
        {
          id: "unknown",
          at: "policy.Statement[0].Action[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "dyanmodb:Get*",
            meant: "dynamodb:Get*",
          },
        },
      ],
      controls: ["iam.action.unknown"],
    },
    {
      name: "a service by its name",
      given: managed(allow("eventbridge:PutEvents")),
      findings: [{ id: "unknown", at: "policy.Statement[0].Action" }],
    },
  ],
  knownMisses: [
    {
      name: "a pattern that covers no action",
      given: managed(allow("s3:GetObjet*")),
      because: "AWS may add an action that it covers",
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
