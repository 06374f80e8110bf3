import { AccountPublicAccessBlock } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-account-public-access-block";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { bucket } from "./trail-bucket";

const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const baseline = { baseline: true };

export default policyTest(policy, {
  pass: [
    { name: "no baseline", given: bucket },
    { name: "the baseline blocks", settings: baseline, given: declare(AccountPublicAccessBlock, "account", all) },
  ],
  fail: [
    {
      name: "a baseline without",
      settings: baseline,
      given: bucket,
      findings: [{ id: "notBlocked", on: "", at: "" }],
      controls: ["s3.bpa.account"],
    },
    {
      name: "a baseline that leaves one setting out",
      settings: baseline,
      given: declare(AccountPublicAccessBlock, "account", { ...all, restrictPublicBuckets: false }),
      findings: [{ id: "notBlocked", on: "account", at: "restrictPublicBuckets" }],
    },
  ],
  unknown: [
    {
      name: "a setting of another stack",
      settings: baseline,
      given: declare(AccountPublicAccessBlock, "account", { ...all, blockPublicAcls: unknown() }),
      at: "blockPublicAcls",
    },
  ],
});
