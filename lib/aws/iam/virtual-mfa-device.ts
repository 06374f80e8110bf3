import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A virtual MFA device. It protects nobody until a user has activated it. */
export const VirtualMfaDevice = resourceView<iam.VirtualMfaDeviceState>()(
  ["aws:iam/virtualMfaDevice:VirtualMfaDevice"],
  (read) => ({
    deviceName: read.text("virtualMfaDeviceName"),
    path: withDefault(read.text("path"), "/"),
    /** The user that activated it; known only of a device that exists. */
    userName: read.text("userName"),
  }),
);
