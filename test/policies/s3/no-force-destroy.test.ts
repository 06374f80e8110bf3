import policy from "../../../policies/s3/no-force-destroy";
import { policyTest } from "../../support/policy-test";
import { external } from "../../support/program";
import { bucket, bucketV2With, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "nothing said", given: [bucket, trail] },
    { name: "off", given: trailTo(bucketWith({ forceDestroy: false })) },
  ],
  fail: [
    {
      name: "on",
      given: trailTo(bucketWith({ forceDestroy: true })),
      findings: [{ id: "forced", at: "forceDestroy", data: { bucket: "audit" } }],
    },
    {
      name: "on, in the later bucket",
      given: trailTo(bucketV2With({ forceDestroy: true })),
      findings: [{ id: "forced", at: "forceDestroy" }],
    },
  ],
  unknown: [
    undecided,
    {
      name: "a value of another stack",
      given: trailTo(bucketWith({ forceDestroy: external("true") })),
      at: "forceDestroy",
    },
  ],
});
