import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/limit-trails-per-region";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const trail = (name: string, args: object) => declare(Trail, name, { s3BucketName: "logs", ...args });
const trails = (count: number, args: object = {}) =>
  Array.from({ length: count }, (_, index) => trail(`trail-${index}`, args));

export default policyTest(policy, {
  pass: [
    { name: "five", given: trails(5) },
    { name: "six, in two regions", given: [...trails(5), trail("other", { region: "eu-west-1" })] },
    {
      name: "six, of two providers",
      given: [...trails(5), declare(Trail, "other", { s3BucketName: "logs" }, { region: "eu-west-1" })],
    },
  ],
  fail: [
    {
      name: "six",
      given: trails(6),
      findings: [{ id: "tooMany", on: "trail-5", at: "", data: { trail: "trail-5", count: "6", region: "us-east-1" } }],
    },
    {
      name: "six in another region than the provider's",
      given: trails(6, { region: "eu-west-1" }),
      findings: [{ id: "tooMany", on: "trail-5", at: "", data: { trail: "trail-5", count: "6", region: "eu-west-1" } }],
    },
  ],
  unknown: [
    {
      name: "the sixth is in a region not known yet",
      given: [...trails(5), trail("other", { region: unknown() })],
      at: "region",
    },
  ],
});
