import { type iam } from "@pulumi/aws";
import { type Claim, claim, equals, isGiven, negate } from "../../core/claim";
import { withDefault, withoutEmpty } from "../../core/read";
import { type Reader } from "../reader";
import { resourceView } from "../view";

/** A virtual MFA device. It protects nobody until a user has activated it. */
export const VirtualMfaDevice = resourceView<iam.VirtualMfaDeviceState>()(
  ["aws:iam/virtualMfaDevice:VirtualMfaDevice"],
  (read) => ({
    deviceName: read.text("virtualMfaDeviceName"),
    path: withDefault(read.text("path"), "/"),
    /** The user that activated it; known only of a device that exists. */
    userName: read.text("userName"),
    isOfRoot: equals(read.text("virtualMfaDeviceName"), rootDevice),
    isIdle: isIdle(read),
  }),
);

/** The name that AWS's console gives to the virtual device of the root user (Config rule `root-account-hardware-mfa-enabled`, read 2026-11). */
const rootDevice = "root-account-mfa-device";

/** Whether a device exists, and had not been activated when the state was last refreshed; `no` before it exists. */
function isIdle(read: Reader<iam.VirtualMfaDeviceState>): Claim {
  const exists = withoutEmpty(read.text("serialNumber")).kind === "known";
  return exists ? negate(isGiven(withoutEmpty(read.text("enableDate")))) : claim("no", read.place);
}
