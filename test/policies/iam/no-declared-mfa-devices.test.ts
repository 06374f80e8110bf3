import { VirtualMfaDevice } from "../../../lib/aws/iam/virtual-mfa-device";
import policy from "../../../policies/iam/no-declared-mfa-devices";
import { alice } from "../../support/people";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

const serialNumber = "arn:aws:iam::123456789012:mfa/alice";

export default policyTest(policy, {
  pass: [{ name: "a user who enrols a device in the console", given: alice }],
  fail: [
    {
      name: "a device of a user",
      given: declare(VirtualMfaDevice, "phone", { virtualMfaDeviceName: "alice" }),
      findings: [{ id: "seed", at: "", data: { device: "phone" } }],
    },
    {
      name: "a device that a user has activated",
      only: "deployed",
      given: declare(VirtualMfaDevice, "phone", {
        virtualMfaDeviceName: "alice",
        serialNumber,
        enableDate: "2026-11-01T09:00:00Z",
      }),
      findings: [{ id: "seed", at: "" }],
    },
    {
      name: "a device that exists, and that nobody has activated",
      only: "deployed",
      given: declare(VirtualMfaDevice, "phone", { virtualMfaDeviceName: "alice", serialNumber, enableDate: "" }),
      findings: [{ id: "idle", at: "", data: { device: "phone" } }],
    },
    {
      name: "the device of the root user",
      given: declare(VirtualMfaDevice, "root", { virtualMfaDeviceName: "root-account-mfa-device" }),
      findings: [{ id: "ofRoot", at: "", data: { device: "root" } }],
    },
  ],
  unknown: "Whatever the device's properties are, its seed lies in the state.",
});
