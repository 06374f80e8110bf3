import { VirtualMfaDevice } from "../../lib/aws/iam/virtual-mfa-device";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-declared-mfa-devices",
  on: inStack(VirtualMfaDevice),
  severity: "medium",
  preset: "recommended",
  summary: "Users should enrol their MFA devices by themselves",
  why: "The seed of a declared device lies in the stack's state as plain text, so that the second factor is as many people's as the state is; and a device that is declared is not yet activated.",
  fix: "Remove the device, and let users enrol one of their own: allow `iam:CreateVirtualMFADevice` and `iam:EnableMFADevice` on their own user, and deny the rest without a second factor.",
  practice: 7,
  nist: ["IA-2(1)", "IA-5"],
  messages: {
    seed: "whoever can read the stack's state has the second factor of virtual MFA device `{device}`",
    idle: "virtual MFA device `{device}` protects nobody: no user has activated it, and its seed lies in the stack's state",
    ofRoot: {
      what: "whoever can read the stack's state has the second factor of the root user, virtual MFA device `{device}`",
      fix: "Remove the device, and enrol a hardware key or passkey for the root user in the console.",
    },
  },
  *check({ subject: { name, place, isOfRoot, isIdle } }, { violation }) {
    const id = isOfRoot.truth === "yes" ? "ofRoot" : isIdle.truth === "yes" ? "idle" : "seed";
    yield violation(place, id, { device: name });
  },
});
