import policy from "../../../policies/alarms/require-console-sign-in-failures";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("console-sign-in-failures"));
