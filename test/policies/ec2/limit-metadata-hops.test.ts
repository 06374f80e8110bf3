import { Machine } from "../../../lib/aws/ec2/machine";
import policy from "../../../policies/ec2/limit-metadata-hops";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "AWS's default", given: declare(Machine, "web") },
    { name: "one hop", given: declare(Machine, "web", { metadataOptions: { httpPutResponseHopLimit: 1 } }) },
    {
      name: "two where containers need them",
      config: { maximum: 2 },
      given: declare(Machine, "web", { metadataOptions: { httpPutResponseHopLimit: 2 } }),
    },
  ],
  fail: [
    {
      name: "two hops",
      given: declare(Machine, "web", { metadataOptions: { httpPutResponseHopLimit: 2 } }),
      findings: [
        {
          id: "tooFar",
          at: "metadataOptions.httpPutResponseHopLimit",
          data: { noun: "instance", name: "web", hops: "2", maximum: "1" },
        },
      ],
      controls: ["iam.ec2.hop-limit"],
    },
  ],
  unknown: [
    {
      name: "a figure from another stack",
      given: declare(Machine, "web", { metadataOptions: { httpPutResponseHopLimit: unknown() } }),
      at: "metadataOptions.httpPutResponseHopLimit",
    },
  ],
});
