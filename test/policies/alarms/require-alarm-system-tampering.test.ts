import policy from "../../../policies/alarms/require-alarm-system-tampering";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("alarm-system-tampering"));
