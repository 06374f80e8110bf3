import { AccessKey } from "../../../lib/aws/iam/access-key";
import policy from "../../../policies/iam/limit-access-key-age";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

/** The stand-in for AWS makes every key on the first of January 2026. */
const spring = new Date("2026-03-01T00:00:00Z");
const autumn = new Date("2026-11-24T00:00:00Z");
const key = declare(AccessKey, "ci", { user: "ci" });

export default policyTest(policy, {
  pass: [
    { name: "a key of two months", now: spring, given: key },
    { name: "a key that is about to be made", now: autumn, given: key, only: "preview" },
    { name: "an inactive key", now: autumn, given: declare(AccessKey, "ci", { user: "ci", status: "Inactive" }) },
    { name: "a laxer site", now: autumn, config: { maximumDays: 400 }, given: key },
  ],
  fail: [
    {
      name: "a key of eleven months",
      now: autumn,
      given: key,
      only: "deployed",
      findings: [{ id: "tooOld", at: "createDate", data: { key: "ci", days: "327", maximum: "90" } }],
      controls: ["iam.access-key.rotation"],
    },
    {
      name: "a key that no change reaches",
      now: spring,
      given: declare(AccessKey, "ci", { user: "ci" }, { ignoreChanges: ["status"] }),
      findings: [{ id: "frozen", at: "", data: { key: "ci", property: "`status`" } }],
    },
  ],
  unknown: [
    {
      name: "a date of the wrong shape",
      given: declare(AccessKey, "ci", { user: "ci", createDate: "some day" }),
      at: "createDate",
    },
  ],
  silentWhenUnknown: {
    "AccessKey.createDate": "AWS sets it: a key without it is yet to be made",
  },
});
