import policy from "../../../policies/alarms/require-trail-tampering";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("trail-tampering"));
